#include "CKernels.h"

// One set of lanes. It may be read at any address that holds doubles.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));

// The compiler makes a version for each level of the x86-64 architecture, and the program takes the
// best that the processor has. Nothing is contracted to fused multiply-adds, which would round
// differently from one to the other.
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
enum { MOST_STATES = 96 };

// y[0..<columns] += x · P, eight columns at a time: x[i] is read once for eight sums in registers,
// which are enough for an addition to begin before the one before it ends.
INLINE void add_row_product(long rows, long columns, const lanes* x, const lanes* p, lanes* y) {
  long j = 0;
  for (; j + 8 <= columns; j += 8) {
    lanes s0 = y[j], s1 = y[j + 1], s2 = y[j + 2], s3 = y[j + 3];
    lanes s4 = y[j + 4], s5 = y[j + 5], s6 = y[j + 6], s7 = y[j + 7];
    for (long i = 0; i < rows; i++) {
      const lanes w = x[i];
      const lanes* q = p + i * columns + j;
      s0 += w * q[0], s1 += w * q[1], s2 += w * q[2], s3 += w * q[3];
      s4 += w * q[4], s5 += w * q[5], s6 += w * q[6], s7 += w * q[7];
    }
    y[j] = s0, y[j + 1] = s1, y[j + 2] = s2, y[j + 3] = s3;
    y[j + 4] = s4, y[j + 5] = s5, y[j + 6] = s6, y[j + 7] = s7;
  }
  for (; j + 4 <= columns; j += 4) {
    lanes s0 = y[j], s1 = y[j + 1], s2 = y[j + 2], s3 = y[j + 3];
    for (long i = 0; i < rows; i++) {
      const lanes w = x[i];
      const lanes* q = p + i * columns + j;
      s0 += w * q[0], s1 += w * q[1], s2 += w * q[2], s3 += w * q[3];
    }
    y[j] = s0, y[j + 1] = s1, y[j + 2] = s2, y[j + 3] = s3;
  }
  for (; j < columns; j++) {
    lanes s = y[j];
    for (long i = 0; i < rows; i++) s += x[i] * p[i * columns + j];
    y[j] = s;
  }
}

// Where the parts of a matrix of counted moves lie; n placements.
#define FIRST(m, n) (m)
#define SECOND(m, n) ((m) + (n))
#define ONE_MOVE(m, n) ((m) + 2 * (n))
#define TWO_MOVES(m, n) ((m) + 2 * (n) + (n) * (n))
#define FROM_SECOND(m, n) ((m) + 2 * (n) + 2 * (n) * (n))
#define THIRD(m, n) ((m) + 2 * (n) + 3 * (n) * (n))

// A block of a product: C = diagonal · OLD + A · B, n × n, two rows by four columns at a time; and,
// where there is a sum, SUM += factor · C while C is in registers. C may be OLD.
INLINE void set_block(long n, const lanes* diagonal, const lanes* old, const lanes* a,
                      const lanes* b, lanes* c, const lanes* factor, lanes* sum) {
  const lanes w = sum ? *factor : (lanes){0};
  const long whole = n - n % 4;
  long r = 0;
  for (; r + 2 <= n; r += 2) {
    for (long j = 0; j < whole; j += 4) {
      const long e = r * n + j, f = e + n;
      const lanes d = diagonal[r], g = diagonal[r + 1];
      const lanes *x = a + r * n, *y = x + n;
      lanes s0 = d * old[e], s1 = d * old[e + 1];
      lanes s2 = d * old[e + 2], s3 = d * old[e + 3];
      lanes t0 = g * old[f], t1 = g * old[f + 1];
      lanes t2 = g * old[f + 2], t3 = g * old[f + 3];
      for (long k = 0; k < n; k++) {
        const lanes u = x[k], v = y[k];
        const lanes* q = b + k * n + j;
        const lanes q0 = q[0], q1 = q[1], q2 = q[2], q3 = q[3];
        s0 += u * q0, s1 += u * q1, s2 += u * q2, s3 += u * q3;
        t0 += v * q0, t1 += v * q1, t2 += v * q2, t3 += v * q3;
      }
      c[e] = s0, c[e + 1] = s1, c[e + 2] = s2, c[e + 3] = s3;
      c[f] = t0, c[f + 1] = t1, c[f + 2] = t2, c[f + 3] = t3;
      if (sum) {
        sum[e] += w * s0, sum[e + 1] += w * s1;
        sum[e + 2] += w * s2, sum[e + 3] += w * s3;
        sum[f] += w * t0, sum[f + 1] += w * t1;
        sum[f + 2] += w * t2, sum[f + 3] += w * t3;
      }
    }
  }
  if (r < n) {
    for (long j = 0; j < whole; j += 4) {
      const long e = r * n + j;
      const lanes d = diagonal[r];
      lanes s0 = d * old[e], s1 = d * old[e + 1];
      lanes s2 = d * old[e + 2], s3 = d * old[e + 3];
      for (long k = 0; k < n; k++) {
        const lanes u = a[r * n + k];
        const lanes* q = b + k * n + j;
        s0 += u * q[0], s1 += u * q[1], s2 += u * q[2], s3 += u * q[3];
      }
      c[e] = s0, c[e + 1] = s1, c[e + 2] = s2, c[e + 3] = s3;
      if (sum) {
        sum[e] += w * s0, sum[e + 1] += w * s1;
        sum[e + 2] += w * s2, sum[e + 3] += w * s3;
      }
    }
  }
  for (long j = whole; j < n; j++) {
    long i = 0;
    for (; i + 4 <= n; i += 4) {
      const lanes* x = a + i * n;
      const long e = i * n + j;
      lanes s0 = diagonal[i] * old[e], s1 = diagonal[i + 1] * old[e + n];
      lanes s2 = diagonal[i + 2] * old[e + 2 * n];
      lanes s3 = diagonal[i + 3] * old[e + 3 * n];
      for (long k = 0; k < n; k++) {
        const lanes q = b[k * n + j];
        s0 += x[k] * q, s1 += x[n + k] * q;
        s2 += x[2 * n + k] * q, s3 += x[3 * n + k] * q;
      }
      c[e] = s0, c[e + n] = s1, c[e + 2 * n] = s2, c[e + 3 * n] = s3;
      if (sum) {
        sum[e] += w * s0, sum[e + n] += w * s1;
        sum[e + 2 * n] += w * s2, sum[e + 3 * n] += w * s3;
      }
    }
    for (; i < n; i++) {
      const long e = i * n + j;
      lanes s = diagonal[i] * old[e];
      for (long k = 0; k < n; k++) s += a[i * n + k] * b[k * n + j];
      c[e] = s;
      if (sum) {
        sum[e] += w * s;
      }
    }
  }
}

// What a product multiplies element by element: the first and second placement kept, and one move;
// and, where there is a sum, its part of SUM += factor · C.
INLINE void set_single_parts(long n, const lanes* a, const lanes* b, lanes* c, const lanes* factor,
                             lanes* sum) {
  const lanes w = sum ? *factor : (lanes){0};
  for (long i = 0; i < n; i++) {
    const lanes d = FIRST(a, n)[i];
    FIRST(c, n)[i] = d * FIRST(b, n)[i];
    SECOND(c, n)[i] = SECOND(a, n)[i] * SECOND(b, n)[i];
    if (sum) {
      FIRST(sum, n)[i] += w * FIRST(c, n)[i];
      SECOND(sum, n)[i] += w * SECOND(c, n)[i];
    }
    for (long j = 0; j < n; j++) {
      const long e = i * n + j;
      const lanes moved = d * ONE_MOVE(b, n)[e] + ONE_MOVE(a, n)[e] * SECOND(b, n)[j];
      ONE_MOVE(c, n)[e] = moved;
      if (sum) ONE_MOVE(sum, n)[e] += w * moved;
    }
  }
}

// C = A · B; a generator on the left has no two moves at once.
INLINE void counted_product(long n, int is_generator, const lanes* a, const lanes* b, lanes* c) {
  const lanes none[MOST_STATES] = {{0}};
  set_single_parts(n, a, b, c, 0, 0);
  set_block(n, FIRST(a, n), TWO_MOVES(b, n), ONE_MOVE(a, n), FROM_SECOND(b, n), TWO_MOVES(c, n), 0,
            0);
  if (!is_generator) {
    lanes ones[MOST_STATES];
    for (long i = 0; i < n; i++) ones[i] = (lanes){0} + 1;
    set_block(n, ones, TWO_MOVES(c, n), TWO_MOVES(a, n), THIRD(b, n), TWO_MOVES(c, n), 0, 0);
  }
  set_block(n, SECOND(a, n), FROM_SECOND(b, n), FROM_SECOND(a, n), THIRD(b, n), FROM_SECOND(c, n),
            0, 0);
  set_block(n, none, THIRD(b, n), THIRD(a, n), THIRD(b, n), THIRD(c, n), 0, 0);
}

EACH_PROCESSOR
void carecast_counted_product(long n, int is_generator, const double* restrict left,
                              const double* restrict right, double* restrict product) {
  counted_product(n, is_generator, LANES(left), LANES(right), OWN(product));
}

EACH_PROCESSOR
void carecast_counted_series(long n, long degree, const double* restrict generator,
                             const double* restrict coefficients, double* restrict power,
                             double* restrict next, double* restrict sum) {
  const long count = 2 * n + 4 * n * n;
  const lanes* a = LANES(generator);
  const lanes none[MOST_STATES] = {{0}};
  lanes *now = OWN(power), *then = OWN(next), *total = OWN(sum);
  for (long e = 0; e < count; e++) {
    now[e] = a[e];
    total[e] = LANES(coefficients)[1] * now[e];
  }
  for (long i = 0; i < n; i++) {
    FIRST(total, n)[i] += LANES(coefficients)[0];
    SECOND(total, n)[i] += LANES(coefficients)[0];
    THIRD(total, n)[i * n + i] += LANES(coefficients)[0];
  }
  for (long m = 2; m <= degree; m++) {
    const lanes f = LANES(coefficients)[m];
    set_single_parts(n, a, now, then, &f, total);
    set_block(n, FIRST(a, n), TWO_MOVES(now, n), ONE_MOVE(a, n), FROM_SECOND(now, n),
              TWO_MOVES(then, n), &f, TWO_MOVES(total, n));
    set_block(n, SECOND(a, n), FROM_SECOND(now, n), FROM_SECOND(a, n), THIRD(now, n),
              FROM_SECOND(then, n), &f, FROM_SECOND(total, n));
    set_block(n, none, THIRD(now, n), THIRD(a, n), THIRD(now, n), THIRD(then, n), &f,
              THIRD(total, n));
    lanes* swapped = now;
    now = then;
    then = swapped;
  }
}

// y += x · P, both over the states of counted moves.
INLINE void add_counted_row(long n, const lanes* x, const lanes* p, lanes* y) {
  for (long i = 0; i < n; i++) {
    y[i] += x[i] * FIRST(p, n)[i];
    y[n + i] += x[n + i] * SECOND(p, n)[i];
  }
  add_row_product(n, n, x, ONE_MOVE(p, n), y + n);
  add_row_product(n, n, x, TWO_MOVES(p, n), y + 2 * n);
  add_row_product(n, n, x + n, FROM_SECOND(p, n), y + 2 * n);
  add_row_product(n, n, x + 2 * n, THIRD(p, n), y + 2 * n);
}

EACH_PROCESSOR
void carecast_add_counted_row(long n, const double* restrict row, const double* restrict matrix,
                              double* restrict sum) {
  add_counted_row(n, LANES(row), LANES(matrix), OWN(sum));
}

EACH_PROCESSOR
void carecast_counted_walk(long n, long steps, const double* restrict transition,
                           const double* restrict arrivals, const double* restrict arriving,
                           const double* restrict leaving, const double* restrict older,
                           double* restrict stock, double* restrict present,
                           double* restrict present_older, double* restrict left,
                           double* restrict held) {
  const long states = 3 * n;
  lanes y[MOST_STATES];
  lanes* x = OWN(stock);
  for (long t = 0; t < steps; t++) {
    for (long i = 0; i < states; i++) {
      OWN(present)[i] += x[i];
      OWN(present_older)[i] += older[t] * x[i];
      y[i] = arriving[t] * LANES(arrivals)[i];
    }
    add_counted_row(n, x, LANES(transition), y);
    lanes all = {0};
    for (long i = 0; i < states; i++) {
      OWN(left)[i] += leaving[t] * y[i];
      x[i] = (1 - leaving[t]) * y[i];
      all += x[i];
    }
    OWN(held)[t] = all;
  }
}

EACH_PROCESSOR
void carecast_add_scaled(long count, const double* restrict factor, const double* restrict term,
                         double* restrict sum) {
  const lanes f = *LANES(factor);
  for (long i = 0; i < count; i++) OWN(sum)[i] += f * LANES(term)[i];
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
#define AGE_COLUMN(k)                                                         \
  do {                                                                        \
    const lanes next = stay * s##k + leave * younger[j + k] + entries[j + k]; \
    younger[j + k] = s##k;                                                    \
    then[j + k] = next;                                                       \
    held += value[j + k] * next;                                              \
  } while (0)

INLINE void walk_age(long states, long steps, const lanes* p, double stay, double leave,
                     const double* entries, const double* value, const double* discount, lanes* x,
                     lanes* passing, lanes* worth) {
  lanes room[2][MOST_STATES];
  lanes *now = room[0], *then = room[1];
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
        s0 += w * q[0], s1 += w * q[1], s2 += w * q[2], s3 += w * q[3];
        s4 += w * q[4], s5 += w * q[5], s6 += w * q[6], s7 += w * q[7];
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
      for (long i = 1; i < states; i++) s0 += now[i] * p[i * states + j];
      AGE_COLUMN(0);
    }
    sum += discount[t] * held;
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
    for (int k = 0; k < 16; k++) sums[k] = sums[k] * factor + term;
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
