# Runs carecast and gives its figures as a data frame, one row a figure; base R only.
#
#   source("carecast.R")
#   run <- carecast_project(c("baseline", "review-in-full"), draws = 200)
#   subset(run, table == "cs_funding_gap" & indicator == "gap_sum" & price_basis == "Cash")
#
# `value` is a number; where a marker is published instead it is NA, and the marker is in `status`.
# With draws the ends of 95% intervals are rows of their own: indicators that end in _lower_ci and
# _upper_ci. The program is the one that CARECAST names, else `carecast` on the PATH, else
# .build/release/carecast above this folder.

carecast_program <- function() {
  found <- c(Sys.getenv("CARECAST"), Sys.which("carecast"), "../.build/release/carecast")
  found <- unname(found[nzchar(found)][1:1])
  if (!file.exists(found)) stop(found, " is not there: build carecast, or set CARECAST to it")
  normalizePath(found)
}

carecast_project <- function(scenarios = "baseline", draws = NULL, options = character()) {
  folder <- tempfile("carecast-")
  on.exit(unlink(folder, recursive = TRUE))
  arguments <- c("project", "--scenario", scenarios, options, "--format", "tidy", "--output", folder)
  if (!is.null(draws)) arguments <- c(arguments, "--draws", draws)
  said <- tempfile()
  status <- system2(carecast_program(), shQuote(arguments), stdout = FALSE, stderr = said)
  if (status != 0) stop(paste(readLines(said), collapse = "\n"), call. = FALSE)
  types <- c(time_period = "character", value = "numeric", status = "character")
  read.csv(file.path(folder, "tidy.csv"), colClasses = types, na.strings = "", encoding = "UTF-8")
}
