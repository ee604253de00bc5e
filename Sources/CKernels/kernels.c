#include "CKernels.h"

// One set of lanes. It may be read at any address that holds doubles.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
typedef long long bits __attribute__((vector_size(64), aligned(8), may_alias));

// The compiler makes a version for each level of the x86-64 architecture, and the program takes the
// best that the processor has. The compiler fuses no multiplication with an addition by itself,
// which would round differently from one to the other; what is fused is so in the source, for all.
#if defined(__x86_64__) && defined(__linux__)
#define EACH_PROCESSOR                  \
  __attribute__((min_vector_width(512), \
                 target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define EACH_PROCESSOR
#endif
#define INLINE static inline __attribute__((always_inline))
#pragma clang fp contract(off)

#define LANES(p) ((const lanes*)(p))
#define OWN(p) ((lanes*)(p))
enum { MOST_STATES = 96, MOST_PLACEMENTS = 32, COLUMNS_AT_ONCE = 6 };

// a · b + c in one rounding, the same on every processor; by the C library where there is no such
// instruction.
#define FUSED(a, b, c) __builtin_elementwise_fma(a, b, c)
#define UNROLLED _Pragma("clang loop unroll(full)")

// Some columns of one event, for those with two placements afterwards and with three or more.
INLINE void set_moved(long width, long j, long n, const lanes* u, const lanes* v,
                      const lanes* moves, const lanes* kept, const lanes* within, const lanes* x,
                      lanes* y) {
  lanes s[COLUMNS_AT_ONCE], t[COLUMNS_AT_ONCE];
  UNROLLED for (long c = 0; c < width; c++) {
    const long p = j + c;
    s[c] = FUSED(within[p], x[p], kept[n + p] * x[n + p]);
    t[c] = FUSED(within[n + p], x[n + p], kept[2 * n + p] * x[2 * n + p]);
  }
  for (long i = 0; i < n; i++) {
    const lanes a = u[i], b = v[i];
    UNROLLED for (long c = 0; c < width; c++) {
      const lanes q = moves[i * n + j + c];
      s[c] = FUSED(a, q, s[c]);
      t[c] = FUSED(b, q, t[c]);
    }
  }
  UNROLLED for (long c = 0; c < width; c++) y[n + j + c] = s[c], y[2 * n + j + c] = t[c];
}

// One event: from x to y, both over the states of counted moves. `moved` is room for what leaves by a
// move from the first placement, then from later ones.
INLINE void counted_event(long n, const lanes* moves, const lanes* kept, const lanes* within,
                          const lanes* factors, const lanes* x, lanes* moved, lanes* y) {
  lanes *u = moved, *v = moved + n;
  for (long i = 0; i < n; i++) {
    u[i] = factors[0] * x[i];
    v[i] = FUSED(factors[2], x[2 * n + i], factors[1] * x[n + i]);
    y[i] = kept[i] * x[i];
  }
  long j = 0;
  for (; j + COLUMNS_AT_ONCE <= n; j += COLUMNS_AT_ONCE) {
    set_moved(COLUMNS_AT_ONCE, j, n, u, v, moves, kept, within, x, y);
  }
  if (n - j == 5) set_moved(5, j, n, u, v, moves, kept, within, x, y);
  if (n - j == 4) set_moved(4, j, n, u, v, moves, kept, within, x, y);
  if (n - j == 3) set_moved(3, j, n, u, v, moves, kept, within, x, y);
  if (n - j == 2) set_moved(2, j, n, u, v, moves, kept, within, x, y);
  if (n - j == 1) set_moved(1, j, n, u, v, moves, kept, within, x, y);
}

EACH_PROCESSOR
void carecast_counted_walk(long n, long terms, const double* restrict moves,
                           const double* restrict kept, const double* restrict within,
                           const double* restrict factors, const double* restrict weights,
                           const double* restrict children, double* restrict ended,
                           double* restrict time, double* restrict older, double* restrict moving) {
  // Results are added to once for several events. States lie close together, so that all of them stay
  // in the nearest cache.
  enum { AT_ONCE = CARECAST_TERMS_AT_ONCE };
  _Alignas(64) lanes states[(AT_ONCE + 1) * 3 * MOST_PLACEMENTS];
  _Alignas(64) lanes spent[3 * MOST_PLACEMENTS], moved[2 * MOST_PLACEMENTS];
  for (long i = 0; i < 3 * n; i++) {
    states[i] = i < n ? LANES(children)[i] : (lanes){0};
    OWN(ended)[i] = spent[i] = (lanes){0};
  }
  for (long i = 0; i < n; i++) OWN(older)[i] = (lanes){0};
  for (long k = 0; k < terms; k += AT_ONCE) {
    for (long c = 0; c < AT_ONCE; c++) {
      counted_event(n, LANES(moves), LANES(kept), LANES(within), LANES(factors),
                    states + 3 * n * c, moved, states + 3 * n * (c + 1));
    }
    const lanes* w = LANES(weights) + 3 * k;
    for (long i = 0; i < n; i++) {
      lanes end1 = OWN(ended)[i], end2 = OWN(ended)[n + i], end3 = OWN(ended)[2 * n + i];
      lanes time1 = spent[i], time2 = spent[n + i], time3 = spent[2 * n + i];
      lanes older_time = OWN(older)[i];
      UNROLLED for (long c = 0; c < AT_ONCE; c++) {
        const lanes* x = states + 3 * n * c + i;
        end1 = FUSED(w[3 * c], x[0], end1);
        end2 = FUSED(w[3 * c], x[n], end2);
        end3 = FUSED(w[3 * c], x[2 * n], end3);
        time1 = FUSED(w[3 * c + 1], x[0], time1);
        time2 = FUSED(w[3 * c + 1], x[n], time2);
        time3 = FUSED(w[3 * c + 1], x[2 * n], time3);
        older_time = FUSED(w[3 * c + 2], x[0] + x[n] + x[2 * n], older_time);
      }
      OWN(ended)[i] = end1, OWN(ended)[n + i] = end2, OWN(ended)[2 * n + i] = end3;
      spent[i] = time1, spent[n + i] = time2, spent[2 * n + i] = time3;
      OWN(older)[i] = older_time;
    }
    for (long i = 0; i < 3 * n; i++) states[i] = states[3 * n * AT_ONCE + i];
  }
  const lanes* f = LANES(factors);
  for (long i = 0; i < n; i++) {
    OWN(time)[i] = spent[i] + spent[n + i] + spent[2 * n + i];
    OWN(moving)[i] =
        FUSED(f[2], spent[2 * n + i], FUSED(f[1], spent[n + i], f[0] * spent[i]));
  }
}

EACH_PROCESSOR
void carecast_weighted_sums(long rows, long columns, const double* restrict weights,
                            const double* restrict terms, double* restrict sums) {
  for (long i = 0; i < rows; i++) {
    lanes sum = {0};
    for (long j = 0; j < columns; j++) {
      sum = FUSED(LANES(weights)[i * columns + j], LANES(terms)[j], sum);
    }
    OWN(sums)[i] = sum;
  }
}

EACH_PROCESSOR
void carecast_make_transitions(long states, const double* restrict base,
                               const long* restrict effect, const double* restrict multipliers,
                               double* restrict p) {
  for (long i = 0; i < states; i++) {
    lanes* row = OWN(p) + i * states;
    lanes leaving = {0};
    for (long j = 0; j < states; j++) {
      if (i == j) continue;
      row[j] = LANES(multipliers)[effect[i * states + j]] * base[i * states + j];
      leaving += row[j];
    }
    row[i] = 1 - leaving;
  }
}

// Sums of some columns of x P, from the first row on, and what becomes of the stock of these
// states.
#define AGE_COLUMN(k)                                                                     \
  do {                                                                                    \
    const lanes entering = (lanes){0} + entries[j + k];                                   \
    const lanes next = FUSED(staying, s##k, FUSED(passing_on, younger[j + k], entering)); \
    younger[j + k] = s##k;                                                                \
    then[j + k] = next;                                                                   \
    held = FUSED((lanes){0} + value[j + k], next, held);                                  \
  } while (0)

INLINE void walk_age(long states, long steps, const lanes* p, double stay, double leave,
                     const double* entries, const double* value, const double* discount, lanes* x,
                     lanes* passing, lanes* worth) {
  lanes room[2][MOST_STATES];
  lanes *now = room[0], *then = room[1];
  const lanes staying = (lanes){0} + stay, passing_on = (lanes){0} + leave;
  lanes sum = *worth;
  for (long i = 0; i < states; i++) now[i] = x[i];
  for (long t = 0; t < steps; t++) {
    lanes* younger = passing + t * states;
    lanes held = {0};
    long j = 0;
    for (; j + 8 <= states; j += 8) {
      const lanes* q = p + j;
      lanes s0 = now[0] * q[0], s1 = now[0] * q[1], s2 = now[0] * q[2], s3 = now[0] * q[3];
      lanes s4 = now[0] * q[4], s5 = now[0] * q[5], s6 = now[0] * q[6], s7 = now[0] * q[7];
      for (long i = 1; i < states; i++) {
        const lanes w = now[i];
        q += states;
        s0 = FUSED(w, q[0], s0), s1 = FUSED(w, q[1], s1), s2 = FUSED(w, q[2], s2),
        s3 = FUSED(w, q[3], s3);
        s4 = FUSED(w, q[4], s4), s5 = FUSED(w, q[5], s5), s6 = FUSED(w, q[6], s6),
        s7 = FUSED(w, q[7], s7);
      }
      AGE_COLUMN(0);
      AGE_COLUMN(1);
      AGE_COLUMN(2);
      AGE_COLUMN(3);
      AGE_COLUMN(4);
      AGE_COLUMN(5);
      AGE_COLUMN(6);
      AGE_COLUMN(7);
    }
    for (; j < states; j++) {
      lanes s0 = now[0] * p[j];
      for (long i = 1; i < states; i++) s0 = FUSED(now[i], p[i * states + j], s0);
      AGE_COLUMN(0);
    }
    sum = FUSED((lanes){0} + discount[t], held, sum);
    lanes* swapped = now;
    now = then;
    then = swapped;
  }
  for (long i = 0; i < states; i++) x[i] = now[i];
  *worth = sum;
}

EACH_PROCESSOR
void carecast_walk_age(long states, long steps, const double* restrict p, double stay, double leave,
                       const double* restrict entries, const double* restrict value,
                       const double* restrict discount, double* restrict x,
                       double* restrict passing, double* restrict worth) {
  // Loops of a known length are unrolled.
  if (states == 16) {
    walk_age(16, steps, LANES(p), stay, leave, entries, value, discount, OWN(x), OWN(passing),
             OWN(worth));
  } else {
    walk_age(states, steps, LANES(p), stay, leave, entries, value, discount, OWN(x), OWN(passing),
             OWN(worth));
  }
}

EACH_PROCESSOR
void carecast_measure_arithmetic(long rounds, double* restrict values) {
  lanes sums[16];
  for (int k = 0; k < 16; k++) sums[k] = LANES(values)[k];
  const lanes factor = LANES(values)[16], term = LANES(values)[17];
  for (long round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
    for (int k = 0; k < 16; k++) sums[k] = FUSED(sums[k], factor, term);
  }
  for (int k = 0; k < 16; k++) OWN(values)[k] = sums[k];
}

EACH_PROCESSOR
void carecast_measure_reading(long count, long rounds, const double* restrict values,
                              double* restrict total) {
  // As many sums as it takes for no addition to wait for another.
  enum { SUMS = 16 };
  lanes sums[SUMS] = {{0}};
  for (long round = 0; round < rounds; round++) {
    const lanes* v = LANES(values);
    for (long i = 0; i + SUMS <= count; i += SUMS) {
      UNROLLED for (long k = 0; k < SUMS; k++) sums[k] += v[i + k];
    }
    // Keeps the compiler from reading once for all rounds.
    __asm__ volatile("" : : "r"(values) : "memory");
  }
  lanes sum = {0};
  for (long k = 0; k < SUMS; k++) sum += sums[k];
  *OWN(total) = sum;
}
