/// A web server or a service that serves static files, for which there is a configuration.
package enum WebHost: String, CaseIterable, Sendable {
  case nginx, caddy, apache, netlify, cloudflare
  case gitHubPages = "github-pages"

  /// The configuration by which this host serves the published folder of `site`.
  package func configuration(for site: HostedSite) -> String {
    switch self {
    case .nginx: Nginx.configuration(for: site)
    case .caddy: Caddy.configuration(for: site)
    case .apache: Apache.configuration(for: site)
    case .netlify: Netlify.configuration(for: site)
    case .cloudflare: CloudflarePages.configuration(for: site)
    case .gitHubPages: GitHubPages.configuration(for: site)
    }
  }
}
