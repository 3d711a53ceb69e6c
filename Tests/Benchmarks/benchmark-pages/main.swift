import Foundation

let arguments = CommandLine.arguments
switch arguments.count > 1 ? arguments[1] : "" {
case "":
  print(
    "usage: benchmark-pages FOLDER [ROUNDS] | --layout FOLDER | --long FOLDER | --hostile | --largest"
  )
  exit(2)
case "--hostile": exit(HostileTimes().run() ? 0 : 1)
case "--largest": exit(HostileTimes().runLargest() ? 0 : 1)
case "--layout" where arguments.count > 2:
  LayoutBenchmark(folder: arguments[2]).run(rounds: 9)
case "--long" where arguments.count > 2:
  LongPageBenchmark(folder: arguments[2]).run(rounds: 9)
default:
  let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
  PageBenchmark(folder: arguments[1]).run(rounds: max(1, rounds))
}
