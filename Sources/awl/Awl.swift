import ArgumentParser

@main
struct Awl: ParsableCommand {
}
