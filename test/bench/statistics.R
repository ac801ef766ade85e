# What test/bench/statistics.ts times, in R's own ordinary code. Base R is enough;
# data.table reads the file faster where it is installed, and reading is not timed.
path <- commandArgs(TRUE)[1]
read <- if (requireNamespace("data.table", quietly = TRUE)) {
  function(p) as.matrix(data.table::fread(p, header = FALSE))
} else {
  function(p) as.matrix(read.csv(p, header = FALSE, colClasses = "integer"))
}
all <- unname(read(path)); storage.mode(all) <- "double"
department <- all[, 1]; M <- all[, -1]; scales <- split(1:60, rep(1:6, each = 10))
rows <- split(seq_len(nrow(M)), department); R <- 1000
set.seed(1)

say <- function(name, values) cat(name, sprintf("%.15g", values), "\n")
timed <- function(name, rounds, work) {
  best <- Inf
  for (round in seq_len(rounds)) { gc(FALSE); best <- min(best, system.time(value <- work())[["elapsed"]]) }
  say(paste0("seconds-", name), best)
  value
}

means <- timed("means", 3, function() sapply(scales, function(v) {
  X <- M[, v]; n <- rowSums(!is.na(X)); m <- rowMeans(X, na.rm = TRUE); m[n < 5] <- NA; m
}))
alpha <- function(X) { C <- cov(X, use = "pairwise.complete.obs"); 10 / 9 * (1 - sum(diag(C)) / sum(C)) }
alphas <- timed("alphas", 3, function() sapply(scales, function(v) alpha(M[, v])))
by_department <- timed("alphas-by-department", 3, function()
  sapply(scales, function(v) sapply(rows, function(i) alpha(M[i, v]))))

# As most people write it: each scale of each department resampled on its own.
intervals <- timed("bootstrap", 1, function() sapply(rows, function(i) sapply(1:6, function(s) {
  x <- means[i, s]; x <- x[!is.na(x)]; n <- length(x)
  quantile(vapply(1:R, function(r) sum(x[sample.int(n, n, TRUE)]) / n, 0), c(.025, .975))
})))

# With our shortcut: one resample of people for all six scales, as counts.
shared <- timed("bootstrap-shared", 1, function() sapply(rows, function(i) {
  X <- means[i, , drop = FALSE]; X <- X[complete.cases(X), , drop = FALSE]; n <- nrow(X)
  b <- vapply(1:R, function(r) crossprod(X, tabulate(sample.int(n, n, TRUE), n))[, 1] / n, numeric(6))
  apply(b, 1, quantile, c(.025, .975))
}))

say("means", colMeans(means, na.rm = TRUE))
say("alphas", alphas)
say("alphas-by-department", as.numeric(by_department))
say("bootstrap", as.numeric(intervals))
cat("version", R.version.string, "\n")
