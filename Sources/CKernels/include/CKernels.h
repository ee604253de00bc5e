#ifndef CARECAST_KERNELS_H
#define CARECAST_KERNELS_H

// Vector kernels over eight runs side by side.
//
// "Lanes" are eight doubles that lie together, one for each run; a matrix of lanes lies row after
// row. Sums run in the order of the index that is summed over, each product rounded before it is
// added, so that the bits of a run depend neither on the processor nor on the runs beside it, and are
// those of the portable code in `Sources/Markov`.

/// C = A B of matrices over the states of counted moves: `n` placements by 1, 2, and 3 or more
/// placements so far. A matrix holds, one after the other: n elements that keep the first placement,
/// n that keep the second, then n × n each for one move (1 → 2), two moves (1 → 3), a move from the
/// second (2 → 3), and moves of those with three or more. All else is 0. No aliasing. A
/// generator as the left one has no two moves at once, which saves a product.
void carecast_counted_product(long n, int is_generator, const double *restrict left,
                              const double *restrict right, double *restrict product);

/// The power series of a generator of counted moves: sum = Σ_m coefficients[m] · generator^m for m = 0
/// to `degree` (at least 1), each coefficient a set of lanes. `power` and `next` are room for a matrix
/// each. No aliasing.
void carecast_counted_series(long n, long degree, const double *restrict generator,
                             const double *restrict coefficients, double *restrict power,
                             double *restrict next, double *restrict sum);

/// sum += row · matrix, over the states of counted moves (3n). No aliasing.
void carecast_add_counted_row(long n, const double *restrict row, const double *restrict matrix,
                              double *restrict sum);

/// Walks a cohort of counted moves (3n states, at most 96) through its steps:
/// present += x;  present_older += older[t] · x;  y = arriving[t] · arrivals + x P;
/// left += leaving[t] · y;  x = (1 − leaving[t]) · y;  held[t] = Σ x.
void carecast_counted_walk(long n, long steps, const double *restrict transition,
                           const double *restrict arrivals, const double *restrict arriving,
                           const double *restrict leaving, const double *restrict older,
                           double *restrict stock, double *restrict present,
                           double *restrict present_older, double *restrict left,
                           double *restrict held);

/// sum[i] += factor · term[i] for `count` lanes; the factor is one set of lanes. No aliasing.
void carecast_add_scaled(long count, const double *restrict factor, const double *restrict term,
                         double *restrict sum);

/// Transition probabilities from base ones and few multipliers of each run:
/// P[i, j] = multipliers[effect[i, j]] · base[i, j] for i ≠ j; rows sum to 1.
void carecast_make_transitions(long states, const double *restrict base, const long *restrict effect,
                               const double *restrict multipliers, double *restrict p);

/// Walks one age of an open cohort through all its steps:
/// y = x P,  x' = stay · y + leave · younger[t] + entries,  worth += discount[t] · Σ value[i] · x'[i].
///
/// `passing` (steps × states) holds what the next younger age passed on, y of every step, and is
/// overwritten by this age's own. `x` and `worth` (one set of lanes) are read and updated; entries,
/// value (states) and discount (steps) are the same for all runs. At most 96 states.
void carecast_walk_age(long states, long steps, const double *restrict p, double stay, double leave,
                       const double *restrict entries, const double *restrict value,
                       const double *restrict discount, double *restrict x,
                       double *restrict passing, double *restrict worth);

/// Runs a chain of multiplications and additions over registers alone, for measuring the processor:
/// `rounds` times 16 products, each added to a sum, over eight lanes.
void carecast_measure_arithmetic(long rounds, double *restrict lanes);

/// Adds up `count` lanes `rounds` times, for measuring how fast memory of that size is read.
void carecast_measure_reading(long count, long rounds, const double *restrict values,
                              double *restrict lanes);

#endif
