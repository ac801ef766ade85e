# Writes reliability.json: what R says about reliability, agreement and resampling.
# Base R only, seeded. Run `Rscript reliability.R` in this folder, then
# `npx biome format --write .`

set.seed(20261124)

# Likert items of one factor; some answers missing.
likert <- function(n, loadings, missing = 0, cuts = c(-1.3, -.4, .5, 1.4)) {
  factor <- rnorm(n)
  X <- sapply(loadings, function(l) findInterval(l * factor + sqrt(1 - l^2) * rnorm(n), cuts)) + 1
  X[runif(length(X)) < missing] <- NA
  X
}

columns <- function(X) lapply(seq_len(ncol(X)), function(j) X[, j])

# Reliability ----------------------------------------------------------------------------
alpha <- function(C) { k <- ncol(C); k / (k - 1) * (1 - sum(diag(C)) / sum(C)) }
standardized <- function(C) { k <- ncol(C); R <- cov2cor(C); r <- mean(R[lower.tri(R)]); k * r / (1 + (k - 1) * r) }
item_rest <- function(L) sapply(seq_len(ncol(L)), function(j) cor(L[, j], rowSums(L[, -j, drop = FALSE])))
alpha_without <- function(C) sapply(seq_len(ncol(C)), function(j) if (ncol(C) > 2) alpha(C[-j, -j]) else NA)
feldt <- function(a, n, k, level = .95) {
  q <- (1 - level) / 2
  c(1 - (1 - a) * qf(1 - q, n - 1, (n - 1) * (k - 1)), 1 - (1 - a) * qf(q, n - 1, (n - 1) * (k - 1)))
}

# One factor of greatest likelihood, by EM until nothing moves any more.
one_factor <- function(R, most = 2e5) {
  l <- rep(.6, ncol(R)); p <- 1 - l^2
  for (round in 1:most) {
    b <- (l / p) / (1 + sum(l^2 / p)); Sb <- as.numeric(R %*% b)
    ln <- Sb / (1 - sum(b * l) + sum(b * Sb)); pn <- 1 - ln * Sb
    moved <- max(abs(c(ln - l, pn - p))); l <- ln; p <- pn
    if (moved < 1e-15) break
  }
  if (sum(l) < 0) l <- -l
  list(loadings = l, uniquenesses = p, settled = moved < 1e-14)
}
omega <- function(C) {
  f <- one_factor(cov2cor(C)); s <- sqrt(diag(C))
  # A Heywood case, in some resamples: no value.
  if (!f$settled || min(f$uniquenesses) < 1e-4) return(list(raw = NA))
  of <- function(s) sum(s * f$loadings)^2 / (sum(s * f$loadings)^2 + sum(s^2 * f$uniquenesses))
  list(raw = of(s), standardized = of(rep(1, length(s))), loadings = f$loadings)
}

scale_of <- function(X) {
  L <- X[complete.cases(X), ]; C <- cov(L); P <- cov(X, use = "pairwise.complete.obs")
  n <- rowSums(!is.na(X)); k <- ncol(X); scores <- rowMeans(X, na.rm = TRUE); kept <- n >= ceiling(k / 2)
  list(
    items = columns(X), rows = nrow(L), covariances = as.numeric(C), pairwise = as.numeric(P),
    alpha = alpha(C), standardized = standardized(C), alphaPairwise = alpha(P),
    standardizedPairwise = standardized(P), feldt = feldt(alpha(C), nrow(L), k),
    itemRest = item_rest(L), alphaWithout = alpha_without(C),
    omega = if (k > 2) omega(C) else NULL,
    scores = scores[kept], scoredRows = which(kept) - 1
  )
}

scales <- list(
  likert(80, c(.8, .7, .6, .75, .5), .04),
  likert(60, c(.7, .6, .65)),
  likert(150, c(.9, .85, .3, .4, .5, .6, .7, .45), .08) * rep(c(1, 10, 1, 2, 5, 1, 1, .1), each = 150),
  likert(90, c(.8, .75, -.7, .6)),
  likert(50, c(.7, .7), .1)
)

fixture <- matrix(as.numeric(strsplit(paste0("33231101434422210100323323221011444321223433",
  "001012122232443411103332221200013223"), "")[[1]]), ncol = 4, byrow = TRUE)

# Heywood cases: EM keeps creeping towards a uniqueness of 0.
heywood_least <- min(one_factor(cor(fixture), 2e5)$uniquenesses)
stopifnot(heywood_least < 1e-4)
triad <- diag(3); triad[lower.tri(triad)] <- c(.8, .7, .3); triad[upper.tri(triad)] <- t(triad)[upper.tri(triad)]
# Of three items λ₁² = r₁₂ r₁₃ / r₂₃: here 1.87, so no such factor.
stopifnot(triad[1, 2] * triad[1, 3] / triad[2, 3] > 1)

# Bootstrap ------------------------------------------------------------------------------
order_statistic <- function(t, p) {
  t <- sort(t); R <- length(t); rank <- (R + 1) * p; k <- floor(rank)
  if (k == 0) return(t[1]); if (k >= R) return(t[R]); if (k == rank) return(t[k])
  t[k] + (qnorm(p) - qnorm(k / (R + 1))) / (qnorm((k + 1) / (R + 1)) - qnorm(k / (R + 1))) * (t[k + 1] - t[k])
}
intervals <- function(t0, ts, jack, level = .95) {
  z0 <- qnorm(mean(ts < t0 - 1e-12 * abs(t0))); d <- mean(jack) - jack; a <- sum(d^3) / (6 * sum(d^2)^1.5)
  q <- c((1 - level) / 2, (1 + level) / 2); z <- qnorm(q); moved <- pnorm(z0 + (z0 + z) / (1 - a * (z0 + z)))
  list(estimate = t0, level = level, bias = z0, acceleration = a,
    percentile = as.numeric(quantile(ts, q, type = 7)), percentileOrder = sapply(q, function(p) order_statistic(ts, p)),
    bca = as.numeric(quantile(ts, moved, type = 7)), bcaOrder = sapply(moved, function(p) order_statistic(ts, p)))
}
boot <- function(X, indices, statistic, level = .95) {
  ts <- apply(indices, 1, function(i) statistic(X[i, , drop = FALSE]))
  without <- sum(is.na(ts)); ts <- ts[!is.na(ts)]
  jack <- sapply(seq_len(nrow(X)), function(i) statistic(X[-i, , drop = FALSE]))
  c(intervals(statistic(X), ts, jack, level), list(without = without))
}
draws <- function(n, R) matrix(sample.int(n, n * R, TRUE), R)

B <- likert(40, c(.8, .7, .75, .6)); indices <- draws(40, 199)
skewed <- matrix(round(exp(rnorm(25)), 4)); skewed_indices <- draws(25, 200)
bootstraps <- list(
  items = columns(B), indices = lapply(seq_len(199), function(r) indices[r, ] - 1),
  alpha = boot(B, indices, function(X) alpha(cov(X))),
  omega = boot(B, indices, function(X) omega(cov(X))$raw, .9),
  mean = boot(B[, 1, drop = FALSE], indices, function(X) mean(X)),
  skewed = list(values = as.numeric(skewed), indices = lapply(seq_len(200), function(r) skewed_indices[r, ] - 1),
    mean = boot(skewed, skewed_indices, function(X) mean(X)),
    median = boot(skewed, skewed_indices, function(X) median(X)))
)

# Groups ---------------------------------------------------------------------------------
anova_of <- function(y, g) {
  a <- anova(lm(y ~ factor(g))); ok <- !is.na(y) & !is.na(g); n <- table(g[ok]); J <- length(n); N <- sum(n)
  n0 <- (N - sum(n^2) / N) / (J - 1); msb <- a[1, 3]; msw <- a[2, 3]
  list(values = y, groups = g, n = N, between = a[1, 2], within = a[2, 2], freedom = c(a[1, 1], a[2, 1]),
    f = a[1, 4], p = a[1, 5], eta = a[1, 2] / sum(a[, 2]), omega = (a[1, 2] - a[1, 1] * msw) / (sum(a[, 2]) + msw),
    groupSize = n0, icc1 = (msb - msw) / (msb + (n0 - 1) * msw), icc2 = (msb - msw) / msb)
}
g <- sample(c(3, 7, 8, 12), 70, TRUE); y <- round(50 + 4 * (g %% 5) + rnorm(70, 0, 9), 2); y[c(4, 19)] <- NA; g[33] <- NA
G <- likert(60, c(.8, .7, .75), .05); units <- rep(1:6, length.out = 60)
rwg <- function(X, g, s2) {
  ok <- complete.cases(X); sapply(split(as.data.frame(X[ok, ]), g[ok]), function(Q) {
    v <- min(1, mean(sapply(Q, var)) / s2); J <- ncol(X); J * (1 - v) / (J * (1 - v) + v) })
}

# Relative weights -----------------------------------------------------------------------
johnson <- function(R, r) {
  e <- eigen(R); L <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
  as.numeric(L^2 %*% solve(L, r)^2)
}
W <- matrix(rnorm(120 * 4), 120) %*% chol(matrix(c(1, .5, .3, .2, .5, 1, .4, .1, .3, .4, 1, .3, .2, .1, .3, 1), 4))
outcome <- round(as.numeric(W %*% c(.5, .3, .2, -.1)) + rnorm(120), 3); W <- round(W, 3); W[7, 2] <- NA; outcome[11] <- NA
full <- complete.cases(W, outcome); D <- cbind(W, outcome)[full, ]; driver_indices <- draws(nrow(D), 60)
weights_of <- function(D) { R <- cor(D); k <- ncol(D) - 1; johnson(R[1:k, 1:k], R[1:k, k + 1]) }
driver_boots <- lapply(1:4, function(j) boot(D, driver_indices, function(X) weights_of(X)[j]))
stopifnot(abs(sum(weights_of(D)) - summary(lm(outcome ~ W))$r.squared) < 1e-12)

# Agreement ------------------------------------------------------------------------------
kappa_of <- function(p, weighting) {
  m <- nrow(p); d <- abs(outer(1:m, 1:m, "-")) / (m - 1)
  w <- switch(weighting, plain = diag(m), linear = 1 - d, quadratic = 1 - d^2)
  po <- sum(w * p); pe <- sum(w * outer(rowSums(p), colSums(p))); c((po - pe) / (1 - pe), po, pe)
}
# The error by the delta method with numerical slopes, not by the formula.
kappa_error <- function(t, weighting) {
  n <- sum(t); p <- t / n; h <- 1e-6
  slope <- sapply(seq_along(p), function(i) { up <- p; up[i] <- up[i] + h; down <- p; down[i] <- down[i] - h
    at <- function(q) { m <- nrow(q); d <- abs(outer(1:m, 1:m, "-")) / (m - 1)
      w <- switch(weighting, plain = diag(m), linear = 1 - d, quadratic = 1 - d^2)
      s <- sum(q); po <- sum(w * q) / s; pe <- sum(w * outer(rowSums(q), colSums(q))) / s^2; (po - pe) / (1 - pe) }
    (at(up) - at(down)) / (2 * h) })
  sqrt((sum(p * slope^2) - sum(p * slope)^2) / n)
}
tables <- list(matrix(c(20, 3, 0, 5, 15, 4, 1, 2, 10), 3), matrix(rpois(25, 6), 5), matrix(c(40, 3, 9, 8), 2))
kappas <- unlist(lapply(tables, function(t) lapply(c("plain", "linear", "quadratic"), function(w) { k <- kappa_of(t / sum(t), w)
  list(counts = lapply(seq_len(nrow(t)), function(i) t[i, ]), weighting = w, kappa = k[1], observed = k[2], expected = k[3],
    error = kappa_error(t, w)) })), recursive = FALSE)

# By the coincidence matrix.
krippendorff <- function(M, metric) {
  v <- sort(unique(M[!is.na(M)])); o <- matrix(0, length(v), length(v))
  for (u in seq_len(ncol(M))) { x <- match(M[!is.na(M[, u]), u], v); m <- length(x); if (m < 2) next
    for (i in 1:m) for (j in 1:m) if (i != j) o[x[i], x[j]] <- o[x[i], x[j]] + 1 / (m - 1) }
  n <- rowSums(o); N <- sum(n)
  d <- outer(seq_along(v), seq_along(v), Vectorize(function(i, j) { if (i == j) return(0)
    switch(metric, nominal = 1, interval = (v[i] - v[j])^2, ratio = ((v[i] - v[j]) / (v[i] + v[j]))^2,
      ordinal = { s <- range(i, j); (sum(n[s[1]:s[2]]) - (n[i] + n[j]) / 2)^2 }) }))
  1 - (N - 1) * sum(o * d) / sum(outer(n, n) * d)
}
ratings_of <- function(raters, units, missing) {
  truth <- sample(0:6, units, TRUE)
  M <- t(sapply(seq_len(raters), function(r) pmin(6, pmax(0, truth + sample(c(-2, -1, 0, 0, 0, 1), units, TRUE)))))
  M[runif(length(M)) < missing] <- NA; M
}
rated <- lapply(list(c(4, 20, .3), c(2, 30, .1), c(7, 12, .5)), function(a) { M <- ratings_of(a[1], a[2], a[3])
  metrics <- c("nominal", "ordinal", "interval", "ratio")
  list(raters = lapply(seq_len(nrow(M)), function(r) M[r, ]),
    alpha = setNames(lapply(metrics, function(m) krippendorff(M, m)), metrics)) })

# Distributions and matrices -------------------------------------------------------------
z <- c(-37, -12, -6, -4.9, -3.01, -3, -2.99, -1.96, -.5, 0, 1e-9, .7, 2.9, 3.1, 5, 8.2)
shares <- c(1e-300, 1e-20, 1e-6, .001, .025, .3, .5, .8, .975, .9999)
of_f <- lapply(list(c(2.5, 3, 40), c(.4, 9, 202), c(212.97754441789, 3, 16422), c(8.1, 25, 16400), c(1, 1, 1), c(30, 2, 5)),
  function(a) list(f = a[1], freedom = a[2:3], p = pf(a[1], a[2], a[3], lower.tail = FALSE)))
# From 400,000 degrees of freedom on, qf takes F for a χ², which is wrong in the fourth digit.
quantiles_f <- unlist(lapply(list(c(1, 1), c(19, 57), c(4, 2.5), c(2708, 10832), c(16425, 279225), c(39999, 359991)),
  function(d) lapply(c(.025, .5, .975), function(p) list(p = p, freedom = d, value = qf(p, d[1], d[2])))), recursive = FALSE)
symmetric <- lapply(list(cor(likert(100, c(.8, .7, .6, .5, .4, .3))), crossprod(matrix(rnorm(49), 7)) - 3 * diag(7), diag(3), matrix(2)),
  function(A) { e <- eigen(A, symmetric = TRUE); list(matrix = as.numeric(A), values = e$values, vectors = as.numeric(abs(t(e$vectors)))) })
A <- matrix(round(rnorm(25), 3), 5); A[1, 1] <- 0; b <- round(rnorm(5), 3)

out <- list(
  version = R.version.string,
  scales = lapply(scales, scale_of),
  fixture = columns(fixture), triad = as.numeric(triad),
  fixtureIcc = anova_of(rowMeans(fixture) * 25, rep(1:5, each = 4)),
  spearmanBrown = lapply(list(c(.6, 2), c(-.4, 2), c(.9, .5), c(.2, 10)),
    function(a) list(r = a[1], k = a[2], value = a[2] * a[1] / (1 + (a[2] - 1) * a[1]))),
  bootstraps = bootstraps,
  anova = anova_of(y, g),
  agreementInGroups = list(items = columns(G), groups = units, agreement = as.numeric(rwg(G, units, 2))),
  drivers = list(predictors = columns(W), outcome = outcome, rows = nrow(D), weights = weights_of(D),
    indices = lapply(seq_len(60), function(r) driver_indices[r, ] - 1), bootstraps = driver_boots),
  kappas = kappas, krippendorff = rated,
  normal = list(z = z, share = pnorm(z)), normalQuantile = list(share = shares, z = qnorm(shares)),
  f = of_f, quantilesOfF = quantiles_f, symmetric = symmetric,
  linear = list(matrix = as.numeric(t(A)), right = b, solution = solve(A, b))
)

# JSON, 17 digits; a missing number is null.
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    inside <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(inside, collapse = ", "), "]"))
    return(paste0("{", paste0('"', names(x), '": ', inside, collapse = ", "), "}"))
  }
  text <- if (is.character(x)) paste0('"', x, '"') else ifelse(is.na(x), "null", sprintf("%.17g", x))
  if (length(x) == 1) text else paste0("[", paste(text, collapse = ", "), "]")
}
writeLines(json(out), "reliability.json")
