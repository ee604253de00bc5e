#ifndef CARECAST_KERNELS_H
#define CARECAST_KERNELS_H

// Vector kernels over eight runs side by side.
//
// "Lanes" are eight doubles that lie together, one for each run; a matrix of lanes lies row after
// row. Sums run in the order of the index that is summed over, each product rounded before it is
// added, or fused with the addition where the source says so, so that the bits of a run depend neither
// on the processor nor on the runs beside it, and are those of the portable code in `Sources/Markov`.

/// The number of terms of a sum over numbers of events is a multiple of this.
enum { CARECAST_TERMS_AT_ONCE = 4 };

/// Walks a cohort of counted moves: `n` placements (at most 32) by 1, 2, and 3 or more placements so
/// far. After k events it is x[k], x[0] being `children` with one placement each, and
/// x[k + 1] = x[k] A with, for placements i and j,
/// A = kept[c][i] from a state to itself, within[c][i] from (i, c) to (i, c + 1) for c = 1, 2,
/// factors[c] · moves[i][j] from (i, c) to (j, c + 1), c + 1 being 3 if c is 3. The diagonal of `moves`
/// is 0.
/// ended = Σ weights[k][0] · x[k] by state;  time, older = Σ weights[k][1], [2] · x[k] by placement;
/// moving = Σ weights[k][1] · factors · x[k] by placement.
void carecast_counted_walk(long n, long terms, const double *restrict moves,
                           const double *restrict kept, const double *restrict within,
                           const double *restrict factors, const double *restrict weights,
                           const double *restrict children, double *restrict ended,
                           double *restrict time, double *restrict older, double *restrict moving);

/// sums[i] = Σ_j weights[i][j] · terms[j], every element a set of lanes.
void carecast_weighted_sums(long rows, long columns, const double *restrict weights,
                            const double *restrict terms, double *restrict sums);

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
