#ifndef CARECAST_COPENBLAS_SHIM_H
#define CARECAST_COPENBLAS_SHIM_H

#include <cblas.h>
#include <stddef.h>

/* LAPACK is inside libopenblas, but Debian ships no header for it. Fortran calling convention:
   column-major, everything by reference, the hidden length of each string last. */
void dpotrf_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info,
             size_t uplo_length);

#endif
