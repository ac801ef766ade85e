# Writes statistics.json: what R says the statistics of analysis/statistics are.
# Base R only, seeded. Run `Rscript make.R` in this folder, then `npx biome format --write .`

wilson <- function(x, n) as.numeric(suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int)

# Wilson with n* = n(N - 1)/(N - n); prop.test takes whole numbers only.
wilson_finite <- function(x, n, N) {
  if (n == N) return(c(x / n, x / n))
  z <- qnorm(.975); p <- x / n; e <- n * (N - 1) / (N - n)
  centre <- (p + z^2 / (2 * e)) / (1 + z^2 / e)
  half <- z / (1 + z^2 / e) * sqrt(p * (1 - p) / e + z^2 / (4 * e^2))
  c(centre - half, centre + half)
}

hypergeometric <- function(x, n, N) {
  K <- x:(N - (n - x))
  fits <- phyper(x, K, N - K, n) > .025 & phyper(x - 1, K, N - K, n, lower.tail = FALSE) > .025
  range(K[fits])
}

# Those who did not answer are like those who did: beta-binomial, exact.
predictive_exact <- function(k, n, N) {
  a <- .5 + k; b <- .5 + n - k; M <- N - n; y <- 0:M
  p <- exp(lchoose(M, y) + lbeta(a + y, b + M - y) - lbeta(a, b))
  at <- function(q) (k + y[which(cumsum(p) >= q)[1]]) / N
  c(at(.025), at(.975), sum(p * (k + y)) / N)
}

# They may differ by sigma logits: simulated, 4 million draws.
predictive_simulated <- function(k, n, N, sigma, B = 4e6) {
  theta <- rbeta(B, .5 + k, .5 + n - k)
  share <- (k + rbinom(B, N - n, plogis(qlogis(theta) + rnorm(B, 0, sigma)))) / N
  c(as.numeric(quantile(share, c(.025, .975))), mean(share))
}

# Values of a distribution at its own quantiles, and what share lies at or below them.
shares <- c(.01, .1, .25, .5, .75, .9, .99)
continuous <- function(q, ...) list(at = q(shares, ...), share = shares)
discrete <- function(n, p) {
  at <- unique(qbinom(shares, n, p))
  list(n = n, p = p, at = at, share = pbinom(at, n, p))
}

set.seed(20261121)
values <- round(rnorm(41, 50, 20), 3)
fixture <- c(11, 3, 15, 7, 1, 11, 9, 3, 15, 7, 13, 1, 6, 9, 15, 3, 11, 7, 1, 10) / 4

out <- list(
  version = R.version.string,
  moments = list(
    list(values = values, mean = mean(values), sd = sd(values)),
    list(values = fixture * 25, mean = mean(fixture * 25), sd = sd(fixture * 25))
  ),
  quantiles = list(
    values = values,
    p = c(0, .025, .05, .1, .333, .5, .9, .975, 1),
    q = as.numeric(quantile(values, c(0, .025, .05, .1, .333, .5, .9, .975, 1), type = 7))
  ),
  logFactorial = list(k = c(0:20, 50, 100, 1000, 200000),
                      value = lgamma(c(0:20, 50, 100, 1000, 200000) + 1)),
  wilson = lapply(list(c(12, 48), c(0, 20), c(20, 20), c(1, 10), c(150, 400), c(7, 16426)),
                  function(a) list(x = a[1], n = a[2], ends = wilson(a[1], a[2]))),
  wilsonFinite = lapply(list(c(12, 48, 60), c(3, 9, 12), c(150, 400, 500), c(0, 20, 25), c(25, 25, 25)),
                        function(a) list(x = a[1], n = a[2], N = a[3],
                                         ends = wilson_finite(a[1], a[2], a[3]))),
  hypergeometric = lapply(list(c(12, 48, 60), c(8, 36, 60), c(5, 30, 50), c(40, 96, 120), c(0, 20, 25),
                               c(20, 20, 25), c(17, 120, 200), c(60, 60, 60), c(100, 1000, 16000)),
                          function(a) list(x = a[1], n = a[2], N = a[3],
                                           cases = hypergeometric(a[1], a[2], a[3]))),
  predictiveExact = lapply(list(c(12, 48, 60), c(3, 20, 40), c(0, 30, 50), c(90, 260, 400)),
                           function(a) { r <- predictive_exact(a[1], a[2], a[3])
                             list(k = a[1], n = a[2], N = a[3], ends = r[1:2], mean = r[3]) }),
  predictive = lapply(list(c(12, 48, 60, .5), c(90, 260, 400, .5), c(90, 260, 400, 1), c(3, 20, 200, .5)),
                      function(a) { r <- predictive_simulated(a[1], a[2], a[3], a[4])
                        list(k = a[1], n = a[2], N = a[3], sigma = a[4], ends = r[1:2], mean = r[3]) }),
  normal = continuous(qnorm),
  gamma = lapply(c(.05, .5, 1, 2.5, 40), function(s) c(list(shape = s), continuous(qgamma, s))),
  beta = lapply(list(c(.5, .5), c(2, 5), c(.5, 40.5), c(120, 300)),
                function(a) c(list(a = a[1], b = a[2]), continuous(qbeta, a[1], a[2]))),
  dirichlet = lapply(1:3, function(i) { w <- c(24, 10, 6)
    c(list(weights = w, part = i), continuous(qbeta, w[i], sum(w) - w[i])) }),
  binomial = Map(discrete, c(1, 12, 40, 40, 420, 16000, 200000, 200000),
                           c(.3, .5, .1, .9, .37, .25, .00002, .431))
)

# JSON, 15 digits.
json <- function(x) {
  if (is.list(x)) {
    inside <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(inside, collapse = ", "), "]"))
    return(paste0("{", paste0('"', names(x), '": ', inside, collapse = ", "), "}"))
  }
  text <- if (is.character(x)) paste0('"', x, '"') else sprintf("%.15g", x)
  if (length(x) == 1) text else paste0("[", paste(text, collapse = ", "), "]")
}
writeLines(json(out), "statistics.json")
