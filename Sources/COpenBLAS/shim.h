#ifndef CARECAST_COPENBLAS_SHIM_H
#define CARECAST_COPENBLAS_SHIM_H

#include <cblas.h>
#include <stddef.h>

/* LAPACK is inside libopenblas, but Debian ships no header for it. Fortran calling convention:
   column-major, everything by reference, the hidden length of each string last. */
void dpotrf_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info,
             size_t uplo_length);
void dgesv_(const blasint *n, const blasint *nrhs, double *a, const blasint *lda, blasint *ipiv,
            double *b, const blasint *ldb, blasint *info);
void dgeqp3_(const blasint *m, const blasint *n, double *a, const blasint *lda, blasint *jpvt,
             double *tau, double *work, const blasint *lwork, blasint *info);
void dgeqrt_(const blasint *m, const blasint *n, const blasint *nb, double *a, const blasint *lda,
             double *t, const blasint *ldt, double *work, blasint *info);
void dormqr_(const char *side, const char *trans, const blasint *m, const blasint *n,
             const blasint *k, const double *a, const blasint *lda, const double *tau, double *c,
             const blasint *ldc, double *work, const blasint *lwork, blasint *info,
             size_t side_length, size_t trans_length);
void dgesvd_(const char *jobu, const char *jobvt, const blasint *m, const blasint *n, double *a,
             const blasint *lda, double *s, double *u, const blasint *ldu, double *vt,
             const blasint *ldvt, double *work, const blasint *lwork, blasint *info,
             size_t jobu_length, size_t jobvt_length);
void dsyev_(const char *jobz, const char *uplo, const blasint *n, double *a, const blasint *lda,
            double *w, double *work, const blasint *lwork, blasint *info, size_t jobz_length,
            size_t uplo_length);

/* Built with threads, OpenBLAS starts them when it is loaded, and they spin for some time. This ends
   them; other builds do not have it. */
int blas_thread_shutdown_(void) __attribute__((weak));
static inline void openblas_end_workers(void) {
  if (blas_thread_shutdown_) blas_thread_shutdown_();
}

#endif
