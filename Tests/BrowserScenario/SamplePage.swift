package import Browser
import ListMarkdown
package import ListModel
import PageLayout

extension Sample {
  /// The page of the sample list: all its entries but one, with remarks, a table and code between.
  package static let page = """
    # Awesome Sample

    Things to try, with a [website](https://site.example) and a way to [the talks](#talks).

    ## Tooling

    Some *remarks* that stand before the entries, and nowhere among them.

    - [Aim](https://aimstack.io) - An open source experiment tracker
    - [REVISE](https://github.com/princeton/revise) - Detects bias in visual data sets

    ### Frameworks

    - [PyTorch Lightning](https://github.com/pytorch/lightning) - The lightweight PyTorch wrapper for AI research
    - [TensorFlow Data Validation](https://github.com/tensorflow/data-validation) - Explores and validates machine learning data, see the [paper](https://example.org/paper.pdf)

    ```sh
    pip install a-package-with-a-very-long-name another-package-with-a-very-long-name --and --many --options
    ```

    ## Governance

    - [Understanding Software 2.0](https://dl.acm.org/doi/10.1145/3453478)

    <details>
    <summary>Older papers</summary>

    - [Old Paper](https://example.org/old.pdf)

    </details>

    ## Talks

    - [Café au Data](https://cafe.example.org) - Naïve but good

    | Talk | Held |
    |------|-----:|
    | First | 2020 |

    See [another file](docs/more.md) and [another list](https://github.com/you/awesome-other).
    """

  /// A catalog of the entries of a page, one added each day and every second one with stars.
  package static func catalog(of markdown: String) -> Catalog {
    var builder = CatalogBuilder()
    let read = try? PageReader.read(Array(markdown.utf8), path: "/me/awesome-sample/README.md")
    let entries = (read?.entries ?? []).enumerated().map { number, entry in
      var entry = entry
      entry.added = Day(clamping: today.number - number)
      if number % 2 == 0 { entry.stars = Stars(1_000 * (number + 1)) }
      return entry
    }
    builder.append(list, entries: entries)
    return builder.catalog()
  }

  /// The runtime's response to a request for a Markdown page.
  package static func contents(
    _ request: PageRequest, _ catalog: Catalog, of markdown: String = page
  ) -> PageContents? {
    let bytes = Array(markdown.utf8)
    guard let list = catalog.index(of: request.list), let document = try? PageDocument(bytes),
      let read = try? PageReader.read(bytes, path: "/me/awesome-sample/README.md")
    else { return nil }
    let entries = PageContents.places(
      of: list, in: catalog, among: read.entries, lines: read.lines)
    var page = LaidOutPage(document, request.options)
    let headings = PageContents.headings(of: &page, entries: entries)
    return PageContents(
      request: request, title: catalog.list(list).title, path: "README.md", page: page,
      entries: entries, headings: headings)
  }
}
