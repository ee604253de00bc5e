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
enum { MOST_STATES = 96, MOST_PLACEMENTS = 32, MOST_STEPS = 32 };

// a · b + c in one rounding, the same on every processor; by the C library where there is no such
// instruction.
#define FUSED(a, b, c) __builtin_elementwise_fma(a, b, c)
#define UNROLLED _Pragma("clang loop unroll(full)")

EACH_PROCESSOR
void carecast_counted_weights(long terms, long steps, int are_arriving, const double* restrict rate,
                              const double* restrict last, const double* restrict ending,
                              const double* restrict spent, const double* restrict older,
                              const double* restrict holding, double* restrict weights,
                              double* restrict held) {
  const lanes zero = {0}, inverse = 1 / *LANES(rate);
  lanes mean[MOST_STEPS], share[MOST_STEPS], beyond[MOST_STEPS], sum_beyond[MOST_STEPS];
  // Probabilities over that of no event, then divided by their sum.
  for (long step = 0; step < steps; step++) {
    mean[step] = *LANES(rate) * ((double)(step + 1) / (double)steps);
    OWN(held)[step * terms] = share[step] = zero + 1;
    beyond[step] = sum_beyond[step] = zero;
  }
  for (long k = 1; k < terms; k++) {
    const double over_k = 1 / (double)k;
    const bits counts = zero + (double)k <= *LANES(last);
    for (long step = 0; step < steps; step++) {
      lanes* p = OWN(held) + step * terms + k;
      const lanes more = p[-1] * (mean[step] * over_k);
      *p = (lanes)((bits)more & counts);
      share[step] += *p;
    }
  }
  for (long step = 0; step < steps; step++) share[step] = 1 / share[step];
  for (long k = terms - 1; k >= 0; k--) {
    lanes ends = zero, spends = zero, spends_older = zero;
    for (long step = 0; step < steps; step++) {
      // The probability of k events, of more, and the sum of that over all from k + 1 on.
      lanes* p = OWN(held) + step * terms + k;
      const lanes now = share[step] * *p;
      const lanes time = inverse * beyond[step];
      const lanes present = are_arriving ? time : now;
      const lanes spending = are_arriving ? inverse * inverse * sum_beyond[step] : time;
      ends = FUSED(present, zero + ending[step], ends);
      spends = FUSED(spending, zero + spent[step], spends);
      spends_older = FUSED(spending, zero + older[step], spends_older);
      *p = holding[step] * present;
      sum_beyond[step] += beyond[step];
      beyond[step] += now;
    }
    lanes* weight = OWN(weights) + 3 * k;
    weight[0] = ends, weight[1] = spends, weight[2] = spends_older;
  }
}

// Some columns of one event, for those with two placements afterwards and with three or more.
INLINE void set_moved(long width, long j, long n, const lanes* u, const lanes* v,
                      const lanes* moves, const lanes* kept, const lanes* within, const lanes* x,
                      lanes* y) {
  lanes s[4], t[4];
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

// One event: from x to y, both over the states of counted moves. `moved` holds what leaves by a
// move from the first placement, then from later ones. All of x is added to the total.
INLINE void counted_event(long n, const lanes* moves, const lanes* kept, const lanes* within,
                          const lanes* factors, const lanes* x, lanes* moved, lanes* y,
                          lanes* total) {
  lanes *u = moved, *v = moved + n;
  lanes all = {0};
  for (long i = 0; i < n; i++) {
    u[i] = factors[0] * x[i];
    v[i] = FUSED(factors[2], x[2 * n + i], factors[1] * x[n + i]);
    y[i] = kept[i] * x[i];
    all += x[i] + x[n + i] + x[2 * n + i];
  }
  *total += all;
  long j = 0;
  for (; j + 4 <= n; j += 4) set_moved(4, j, n, u, v, moves, kept, within, x, y);
  if (n - j == 3) set_moved(3, j, n, u, v, moves, kept, within, x, y);
  if (n - j == 2) set_moved(2, j, n, u, v, moves, kept, within, x, y);
  if (n - j == 1) set_moved(1, j, n, u, v, moves, kept, within, x, y);
}

EACH_PROCESSOR
void carecast_counted_walk(long n, long terms, const double* restrict moves,
                           const double* restrict kept, const double* restrict within,
                           const double* restrict factors, const double* restrict weights,
                           const double* restrict children, double* restrict ended,
                           double* restrict time, double* restrict older, double* restrict moving,
                           double* restrict totals) {
  // Results are added to once for several events.
  enum { AT_ONCE = CARECAST_TERMS_AT_ONCE };
  _Alignas(64) lanes states[AT_ONCE + 1][3 * MOST_PLACEMENTS];
  _Alignas(64) lanes moved[AT_ONCE][2 * MOST_PLACEMENTS];
  for (long i = 0; i < n; i++) {
    states[0][i] = LANES(children)[i];
    states[0][n + i] = states[0][2 * n + i] = (lanes){0};
    OWN(ended)[i] = OWN(ended)[n + i] = OWN(ended)[2 * n + i] = (lanes){0};
    OWN(time)[i] = OWN(older)[i] = OWN(moving)[i] = (lanes){0};
  }
  for (long k = 0; k < terms; k += AT_ONCE) {
    for (long c = 0; c < AT_ONCE; c++) {
      counted_event(n, LANES(moves), LANES(kept), LANES(within), LANES(factors), states[c],
                    moved[c], states[c + 1], OWN(totals) + k + c);
    }
    const lanes* w = LANES(weights) + 3 * k;
    for (long i = 0; i < n; i++) {
      lanes first = OWN(ended)[i], second = OWN(ended)[n + i], third = OWN(ended)[2 * n + i];
      lanes all_time = OWN(time)[i], older_time = OWN(older)[i], moving_time = OWN(moving)[i];
      UNROLLED for (long c = 0; c < AT_ONCE; c++) {
        const lanes* x = states[c] + i;
        const lanes here = x[0] + x[n] + x[2 * n];
        const lanes moving_now = moved[c][i] + moved[c][n + i];
        first = FUSED(w[3 * c], x[0], first);
        second = FUSED(w[3 * c], x[n], second);
        third = FUSED(w[3 * c], x[2 * n], third);
        all_time = FUSED(w[3 * c + 1], here, all_time);
        older_time = FUSED(w[3 * c + 2], here, older_time);
        moving_time = FUSED(w[3 * c + 1], moving_now, moving_time);
      }
      OWN(ended)[i] = first, OWN(ended)[n + i] = second, OWN(ended)[2 * n + i] = third;
      OWN(time)[i] = all_time, OWN(older)[i] = older_time, OWN(moving)[i] = moving_time;
    }
    for (long i = 0; i < 3 * n; i++) states[0][i] = states[AT_ONCE][i];
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
  lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};
  for (long round = 0; round < rounds; round++) {
    const lanes* v = LANES(values);
    for (long i = 0; i + 4 <= count; i += 4) {
      s0 += v[i], s1 += v[i + 1], s2 += v[i + 2], s3 += v[i + 3];
    }
    // Keeps the compiler from reading once for all rounds.
    __asm__ volatile("" : : "r"(values) : "memory");
  }
  *OWN(total) = s0 + s1 + s2 + s3;
}
