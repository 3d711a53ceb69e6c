/// Hosts with repositories of many owners at `/owner/name`.
enum CodeHosts {
  private static let hosts = hostSet(
    """
    github.com gitlab.com codeberg.org bitbucket.org gitee.com git.sr.ht notabug.org \
    framagit.org salsa.debian.org gitlab.gnome.org gitlab.freedesktop.org invent.kde.org \
    gitea.com git.disroot.org huggingface.co launchpad.net
    """)

  static func contains(_ host: [UInt8]) -> Bool { hosts.contains(host) }
}

/// Hosts shared by many owners, which do not show whose a page is.
enum SharedHosts {
  private static let hosts = hostSet(
    """
    gist.github.com raw.githubusercontent.com sourceforge.net sr.ht twitter.com x.com \
    facebook.com instagram.com linkedin.com youtube.com youtu.be vimeo.com medium.com dev.to \
    reddit.com t.me npmjs.com pypi.org pypi.python.org crates.io lib.rs hub.docker.com \
    rubygems.org packagist.org nuget.org hex.pm pub.dev hackage.haskell.org metacpan.org \
    cran.r-project.org pkg.go.dev godoc.org marketplace.visualstudio.com addons.mozilla.org \
    chrome.google.com chromewebstore.google.com play.google.com apps.apple.com \
    itunes.apple.com docs.google.com drive.google.com sites.google.com groups.google.com \
    code.google.com amazon.com en.wikipedia.org wikipedia.org arxiv.org doi.org dx.doi.org \
    bit.ly goo.gl tinyurl.com slideshare.net speakerdeck.com stackoverflow.com \
    news.ycombinator.com kaggle.com leanpub.com udemy.com coursera.org edx.org oreilly.com \
    discord.gg discord.com
    """
  ).union(CodeHosts.all)

  static func contains(_ host: [UInt8]) -> Bool { hosts.contains(host) }

  /// First parts of a path on such hosts that name no owner.
  static let containers = hostSet(
    """
    p project projects package packages crates gems r wiki abs pdf dp gp app apps details store \
    watch channel c user users u groups in company book books course courses learn title \
    a item questions d document spreadsheets file us
    """)

  /// Domains below which everybody may have a site of their own.
  static let parents = hostSet(
    """
    readthedocs.io readthedocs.org wordpress.com blogspot.com medium.com substack.com \
    netlify.app netlify.com vercel.app herokuapp.com appspot.com pages.dev web.app tumblr.com \
    sourceforge.net fandom.com itch.io notion.site gitbook.io gitbooks.io surge.sh
    """)

  /// Labels that belong to the suffix below a country's domain.
  static let suffixes = hostSet("co com org net ac gov edu or ne go gob nom")
}

extension CodeHosts {
  fileprivate static var all: Set<[UInt8]> { hosts }
}

private func hostSet(_ words: String) -> Set<[UInt8]> {
  Set(words.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) })
}
