# Homebrew formula of awl: installs the binary of the release, which stands alone.
class Awl < Formula
  desc "Browse awesome lists in the terminal"
  homepage "@URL@"
  version "@VERSION@"
  license "MIT"

  url "@URL@/releases/awl-@VERSION@-linux-amd64.tar.gz"
  sha256 "@CHECKSUM@"

  depends_on "git"
  depends_on :linux

  def install
    bin.install "bin/awl"
    man1.install "share/man/man1/awl.1.gz"
    man5.install "share/man/man5/awl.5.gz"
    man7.install "share/man/man7/awl-query.7.gz"
    bash_completion.install "share/bash-completion/completions/awl"
    zsh_completion.install "share/zsh/vendor-completions/_awl"
    fish_completion.install "share/fish/vendor_completions.d/awl.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/awl --version")
  end
end
