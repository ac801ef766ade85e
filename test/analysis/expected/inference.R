# Writes inference.json: what R says of intervals, means, weights, effects and waves.
# Base R only, seeded. Run `Rscript inference.R` in this folder, then `npx biome format --write .`

z <- qnorm(.975)
each <- function(cases, fun) lapply(cases, function(a) do.call(fun, as.list(a)))
clip <- function(ends) c(max(0, ends[1]), min(1, ends[2]))

# Distributions.
quantiles <- function(p, q, ...) list(..., p = p, q = q(p, ...))
tails <- function(at, fun, ...) list(..., at = at, tail = fun(at, ..., lower.tail = FALSE))
shares <- c(1e-12, .001, .025, .2, .4, .6, .975, .9995)

# Proportions.
wilson_cc <- function(x, n) as.numeric(suppressWarnings(prop.test(x, n, correct = TRUE))$conf.int)
agresti_coull <- function(x, n) {
  m <- n + z^2; p <- (x + z^2 / 2) / m
  clip(p + c(-1, 1) * z * sqrt(p * (1 - p) / m))
}
effective <- function(n, N) n * (N - 1) / (N - n)
agresti_coull_finite <- function(x, n, N) {
  if (n == N) return(c(x / n, x / n))
  agresti_coull(x / n * effective(n, N), effective(n, N))
}
share_error <- function(x, n, N) { p <- x / n; sqrt((1 - n / N) * p * (1 - p) / (n - 1)) }
wald <- function(x, n) { p <- x / n; clip(p + c(-1, 1) * z * sqrt(p * (1 - p) / n)) }
wald_finite <- function(x, n, N) clip(x / n + c(-1, 1) * z * share_error(x, n, N))
wilson <- function(x, n) {
  p <- x / n
  clip((p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n))
}
wilson_finite <- function(x, n, N) {
  if (n == N) c(x / n, x / n) else wilson(x / n * effective(n, N), effective(n, N))
}
hypergeometric <- function(x, n, N) {
  K <- x:(N - (n - x))
  fits <- phyper(x, K, N - K, n) > .025 & phyper(x - 1, K, N - K, n, lower.tail = FALSE) > .025
  range(K[fits]) / N
}
finite_share <- function(x, n, N) {
  if (N > 200 || n == N) return(wilson_finite(x, n, N))
  c(min(x / n, hypergeometric(floor(x), n, N)[1]), max(x / n, hypergeometric(ceiling(x), n, N)[2]))
}
newcombe <- function(x1, n1, x2, n2, N1 = Inf, N2 = Inf) {
  ends <- function(x, n, N) if (is.finite(N)) finite_share(x, n, N) else wilson(x, n)
  a <- ends(x1, n1, N1); b <- ends(x2, n2, N2); p <- x1 / n1; q <- x2 / n2
  c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}

# Means. `known` is 0 where the head count is unknown.
error_variance <- function(s, n, N) s^2 / n * (if (N == 0) 1 else (N - n) / N)
degrees <- function(v, df) { v0 <- v > 0; sum(v)^2 / sum(v[v0]^2 / df[v0]) }
t_ends <- function(m, v, df) m + c(-1, 1) * qt(.975, degrees(v, df)) * sqrt(sum(v))
finite_mean <- function(x, N) {
  v <- error_variance(sd(x), length(x), N); m <- mean(x)
  list(values = x, N = N, mean = m, error = sqrt(v),
       ends = if (v == 0) c(m, m) else t_ends(m, v, length(x) - 1))
}
stratified <- function(m, s, n, N) {
  w <- N / sum(N); v <- w^2 * error_variance(1, 1, 0) * mapply(error_variance, s, n, N)
  list(m = m, s = s, n = n, N = N, mean = sum(w * m), error = sqrt(sum(v)),
       df = degrees(v, n - 1), ends = t_ends(sum(w * m), v, n - 1))
}
welch <- function(x, y) {
  t <- t.test(x, y)
  list(first = x, second = y, t = as.numeric(t$statistic), df = as.numeric(t$parameter),
       p = t$p.value, ends = as.numeric(t$conf.int))
}
mean_change <- function(m1, s1, n1, N1, m2, s2, n2, N2) {
  v <- c(error_variance(s1, n1, N1), error_variance(s2, n2, N2)); df <- n1 + n2 - 2
  sp <- sqrt(((n1 - 1) * s1^2 + (n2 - 1) * s2^2) / df)
  list(before = c(m1, s1, n1, N1), after = c(m2, s2, n2, N2), difference = m2 - m1,
       ends = t_ends(m2 - m1, v, c(n1, n2) - 1), g = exact_j(df) * (m2 - m1) / sp)
}

# Effects.
exact_j <- function(df) exp(lgamma(df / 2) - lgamma((df - 1) / 2)) * sqrt(2 / df)
effects <- function(x, y) {
  n <- c(length(x), length(y)); df <- sum(n) - 2
  d <- (mean(x) - mean(y)) / sqrt(((n[1] - 1) * var(x) + (n[2] - 1) * var(y)) / df)
  g <- exact_j(df) * d; v <- 1 / n[1] + 1 / n[2] + g^2 / (2 * sum(n))
  s <- sqrt(prod(n) / sum(n))
  shift <- function(p) uniroot(function(o) pt(d * s, df, o) - p, d * s + c(-9, 9), tol = 1e-13)$root
  list(first = x, second = y, d = d, exact = g, approximate = (1 - 3 / (4 * df - 1)) * d,
       normal = g + c(-1, 1) * z * sqrt(v),
       noncentral = exact_j(df) * c(shift(.975), shift(.025)) / s)
}
association <- function(counts) {
  x <- suppressWarnings(chisq.test(counts, correct = FALSE))
  list(counts = lapply(seq_len(nrow(counts)), function(i) counts[i, ]),
       statistic = as.numeric(x$statistic), df = as.numeric(x$parameter), p = x$p.value,
       v = sqrt(as.numeric(x$statistic) / sum(counts) / min(dim(counts) - 1)),
       least = min(x$expected))
}

# Weights. Iterative proportional fitting until nothing changes.
rake <- function(n, groups, margins) {
  w <- rep(sum(margins[[1]]) / sum(n), length(n))
  for (round in 1:10000) {
    old <- w
    for (m in seq_along(margins)) {
      t <- tapply(n * w, groups[[m]], sum)
      w <- w * as.numeric(margins[[m]][groups[[m]]] / t[groups[[m]]])
    }
    if (max(abs(w - old)) < 1e-14) break
  }
  w
}
pseudoinverse <- function(a) {
  s <- svd(a); k <- s$d > 1e-10 * s$d[1]
  s$v[, k] %*% (t(s$u[, k]) / s$d[k])
}
# With bounds: Deville and Sarndal's truncated weights, m exp(x'l) cut off, by Newton's method
# on what the margins lack.
rake_within <- function(n, groups, margins, bounds) {
  mean <- sum(margins[[1]]) / sum(n)
  x <- do.call(cbind, Map(function(g, m) outer(g, names(m), "==") + 0, groups, margins))
  wanted <- unlist(margins); l <- 0 * wanted
  for (step in 1:200) {
    free <- mean * exp(as.numeric(x %*% l)); w <- pmin(bounds[2] * mean, pmax(bounds[1] * mean, free))
    lack <- wanted - colSums(x * n * w)
    moving <- n * w * (w == free)
    l <- l + as.numeric(pseudoinverse(t(x) %*% (x * moving)) %*% lack)
  }
  stopifnot(max(abs(lack)) < 1e-9)
  w
}
raked <- function(n, groups, margins, bounds = NULL) {
  w <- if (is.null(bounds)) rake(n, groups, margins) else rake_within(n, groups, margins, bounds)
  list(answered = n, categories = lapply(seq_along(n), function(i) vapply(groups, `[`, "", i)),
       margins = lapply(margins, function(m) list(names = names(m), people = as.numeric(m))),
       bounds = if (is.null(bounds)) I(numeric(0)) else bounds, weights = w)
}
kish <- function(w, n) {
  e <- sum(n * w)^2 / sum(n * w^2)
  list(weights = w, answered = n, effective = e, effect = sum(n) / e)
}
trim <- function(w, n, bounds = c(1 / 3, 3)) {
  m <- sum(n * w) / sum(n)
  cut <- function(c) pmin(bounds[2] * m, pmax(bounds[1] * m, c * w))
  f <- function(l) sum(n * cut(exp(l))) / sum(n * w) - 1
  r <- uniroot(f, log(c(bounds[1] * m / max(w), bounds[2] * m / min(w))), tol = 1e-15)$root
  list(weights = w, answered = n, trimmed = cut(exp(r)))
}
weighted <- function(x, w) {
  m <- sum(w * x) / sum(w); n <- length(x)
  list(values = x, weights = w, mean = m,
       error = sqrt(n / (n - 1) * sum((w * (x - m))^2)) / sum(w))
}
# The residuals of a regression on all margins are what taking out means comes to.
calibrated <- function(x, w, groups) {
  m <- sum(w * x) / sum(w); n <- length(x)
  e <- w * residuals(lm(x ~ ., data = as.data.frame(groups)))
  list(values = x, weights = w, margins = groups, mean = m,
       error = sqrt(n / (n - 1) * sum((e - mean(e))^2)) / sum(w))
}

set.seed(20261122)
counts <- list(c(12, 48), c(0, 20), c(20, 20), c(1, 10), c(9, 10), c(150, 400), c(7, 16426), c(5, 11), c(1, 3))
within <- list(c(12, 48, 60), c(3, 9, 12), c(150, 400, 500), c(0, 20, 25), c(25, 25, 25), c(9, 36, 420))
between <- list(c(13.75, 55, 120), c(0, 20, 25), c(1, 100, 101), c(17.5, 70, 200), c(150, 400, 500), c(52.5, 150, 201), c(30, 30, 30))
x <- round(rnorm(23, 48, 21), 2); y <- round(rnorm(31, 40, 26), 2); few <- round(rnorm(4, 60, 9), 2)
units <- list(m = c(51.2, 44, 38.5, 60), s = c(22, 25.5, 19, 24.25), n = c(31, 12, 57, 9), N = c(40, 25, 57, 31))
dep <- c("A", "A", "B", "B", "C", "C"); sex <- c("f", "m", "f", "m", "f", "m")
fixture <- list(n = c(6, 4, 8, 12, 5, 5), groups = list(dep, sex),
                margins = list(c(A = 30, B = 30, C = 20), c(f = 44, m = 36)))
steep <- list(n = c(20, 3, 6, 14, 2, 9, 11, 5), groups = list(rep(c("x", "y"), each = 4), rep(c("p", "q", "p", "q"), times = 2),
              c("s", "s", "t", "t", "s", "t", "s", "t")), margins = list(c(x = 100, y = 100), c(p = 70, q = 130), c(s = 90, t = 110)))
w <- round(rexp(40, .1) + .2, 3); v <- round(rnorm(40, 55, 18), 2)
g1 <- sample(c("a", "b", "c"), 40, TRUE); g2 <- sample(c("u", "v"), 40, TRUE)

out <- list(
  version = R.version.string,
  normalQuantile = quantiles(shares, qnorm),
  tQuantile = each(list(1, 1.3, 2, 7.77, 30, 211, 16424), function(df) quantiles(shares[-1], qt, df = df)),
  betaQuantile = Map(function(a, b) list(a = a, b = b, p = shares, q = qbeta(shares, a, b)),
                     c(.5, 1, 1, 12, 120, 2237), c(.5, 10, 1e6, 37, 300, 14190)),
  beta = Map(function(x, a, b) list(x = x, a = a, b = b, part = pbeta(x, a, b)),
             c(.3, .99, 1e-5, .136, .125, .51, .2, .02), c(2, .5, .5, 2237, 2237, 1e4, 3, .3),
             c(5, 40.5, .5, 14190, 14190, 1e4, .001, 50)),
  normalTail = tails(c(-2, .1, 1, 3, 8, 20), pnorm),
  tTail = Map(function(t, df) list(t = t, df = df, tail = pt(t, df, lower.tail = FALSE)),
              c(.001, .5, 2, 12, 19.44, -3, 5, 1e10), c(3, 1, 5.5, 97.9, 1711.7, 12, 16424, 1)),
  chiSquaredTail = Map(function(x, df) list(x = x, df = df, tail = pchisq(x, df, lower.tail = FALSE)),
                       c(.01, 1, 60.1, 3.84, 500, 10, 0), c(1, 1, 10, 1, 300, 30, 4)),
  # pt is good to about twelve digits for noncentral t.
  noncentralT = Map(function(t, df, shift) list(t = t, df = df, shift = shift, part = pt(t, df, shift)),
                    c(2, -1, 0, 19.4, 5, 3, .5), c(5, 12, 3, 10082, 2.5, 40, 8), c(1, .7, -1.2, 20.5, 4, -.5, 6)),
  proportions = each(counts, function(x, n) list(x = x, n = n, wilsonCorrected = wilson_cc(x, n),
    agrestiCoull = agresti_coull(x, n), wald = wald(x, n), clopperPearson = as.numeric(binom.test(x, n)$conf.int))),
  finite = each(within, function(x, n, N) list(x = x, n = n, N = N, agrestiCoull = agresti_coull_finite(x, n, N),
    error = share_error(x, n, N), wald = wald_finite(x, n, N))),
  finiteShare = each(between, function(x, n, N) list(x = x, n = n, N = N, ends = finite_share(x, n, N))),
  newcombe = each(list(c(30, 80, 15, 70), c(0, 12, 0, 40), c(20, 20, 3, 31), c(7.5, 31, 12.25, 44)),
    function(a, m, b, n) list(x = c(a, b), n = c(m, n), ends = newcombe(a, m, b, n))),
  newcombeFinite = each(list(c(30, 80, 15, 70, 120, 90), c(0, 20, 3, 31, 25, 60), c(152.5, 400, 120, 410, 500, 512), c(9, 30, 5, 30, 30, 30)),
    function(a, m, b, n, M, N) list(x = c(a, b), n = c(m, n), N = c(M, N), ends = newcombe(a, m, b, n, M, N))),
  cohensH = each(list(c(.375, .2142857142857143), c(0, 1), c(.5, .5)),
    function(p, q) list(p = c(p, q), h = 2 * asin(sqrt(p)) - 2 * asin(sqrt(q)))),
  finiteMean = list(finite_mean(x, 32), finite_mean(x, 23), finite_mean(x, 0), finite_mean(few, 200)),
  stratified = list(do.call(stratified, units), stratified(c(3, 4), c(1, 0), c(5, 7), c(9, 7))),
  welch = list(welch(x, y), welch(few, y), welch(y, x + 40)),
  effects = list(effects(x, y), effects(few, x), effects(y, few)),
  correction = each(list(2, 3, 11, 211, 16424), function(df) list(df = df, exact = exact_j(df))),
  association = list(association(matrix(c(32, 61, 10, 54, 22, 56), 2)), association(matrix(c(9, 1, 2, 14), 2)),
                     association(matrix(c(5, 3, 8, 1, 7, 6, 2, 9, 4, 4, 3, 12), 3))),
  adjusted = each(list(list(c(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216)),
                       list(c(.9, .04, .04, 1, 1e-9, .3, 0)), list(.03)),
    function(p) list(p = I(p), BH = I(p.adjust(p, "BH")), holm = I(p.adjust(p, "holm")), bonferroni = I(p.adjust(p, "bonferroni")))),
  raked = list(do.call(raked, fixture), do.call(raked, steep), do.call(raked, c(steep, list(c(1 / 3, 3))))),
  kish = list(kish(w, rep(1, 40)), kish(c(1, 2, 7), c(10, 4, 1.5))),
  trimmed = list(trim(w, rep(1, 40)), trim(c(.1, 1, 1, 30), c(5, 20, 10, 2)), trim(c(1, 1.5, 2), c(4, 4, 4))),
  weighted = list(weighted(v, w), weighted(x, rep(2, 23))),
  calibrated = list(calibrated(v, w, list(a = g1)), calibrated(v, w, list(a = g1, b = g2))),
  shareChange = each(list(c(13.75, 55, 120, 27.5, 60, 118), c(100, 400, 500, 150, 410, 512), c(3, 40, 60, 5, 38, 61)),
    function(a, m, M, b, n, N) list(before = c(a, m, M), after = c(b, n, N), difference = b / n - a / m,
      ends = newcombe(b, n, a, m, N, M), h = 2 * asin(sqrt(b / n)) - 2 * asin(sqrt(a / m)))),
  meanChange = list(mean_change(47.5, 24, 42, 60, 52.5, 22, 47, 61), mean_change(40, 25, 300, 420, 50, 26, 280, 410),
                    mean_change(50, 20, 12, 0, 30, 30, 22, 0))
)

# JSON, 15 digits. I() keeps a single number a list.
json <- function(x) {
  if (is.list(x)) {
    inside <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(inside, collapse = ", "), "]"))
    return(paste0("{", paste0('"', names(x), '": ', inside, collapse = ", "), "}"))
  }
  text <- if (is.character(x)) paste0('"', x, '"') else sprintf("%.15g", x)
  if (length(x) == 1 && !inherits(x, "AsIs")) text else paste0("[", paste(text, collapse = ", "), "]")
}
writeLines(json(out), "inference.json")
