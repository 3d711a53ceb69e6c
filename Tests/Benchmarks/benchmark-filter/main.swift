import Foundation

// Times filters on the entries of a folder of track pages, all in one run:
//
//     benchmark-filter FOLDER [ROUNDS] [FZF] [RG] [PYTHON]
//     benchmark-filter FOLDER ROUNDS --query QUERY
//     benchmark-filter FOLDER ROUNDS --typing
//
// FZF and RG are programs, an empty one is left out; PYTHON has frizbee (`pip install frizbee`).
// The second form answers one query again and again, for a profiler to watch; the third
// only types words and takes them back.
let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: benchmark-filter FOLDER [ROUNDS] [FZF] [RG] [PYTHON]")
  exit(2)
}
func argument(_ place: Int) -> String? {
  arguments.count > place && !arguments[place].isEmpty ? arguments[place] : nil
}
let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
let corpus = Corpus(folder: arguments[1])
print(corpus.summary)
let filter = FilterBenchmark(corpus: corpus, rounds: rounds)
if arguments.count > 4, arguments[3] == "--query" {
  filter.printKey(arguments[4])
  exit(0)
}
if arguments.count > 3, arguments[3] == "--typing" {
  filter.printTyping()
  exit(0)
}
filter.printMemory()
filter.printTable(
  peers: Peers(
    corpus: corpus, fzf: argument(3),
    rg: argument(4), python: argument(5)))
filter.printTyping()
