import BrowserScenario
import HeadlessBrowser
import Testing

struct ScreenTests {
  @Test func aSmallScreenShowsOnePaneAndTheWayToTheKeys() {
    let browser = Scenario(columns: 40, rows: 12)
    #expect(
      browser.screen == [
        " awl  Awesome Sample",
        "─ Entries ──────────────────────── 1/8 ─",
        "    Aim  An open source exp… 2022-02-11",
        "    Understanding Softwa… 🎓 2021-12-06",
        "    REVISE  Detects bias in… 2021-10-19",
        "    PyTorch Lightning ⭐     2021-05-06",
        "    TensorFlow Data Validat… 2021-05-06",
        "    A talk without a link    2021-04-02",
        "    Café au Data             2021-04-01",
        "    Old Paper",
        "                                    8/8",
        " o open  b save  / filter  ? help",
      ])
  }
}
