#ifndef CARECAST_CLIBCRYPTO_SHIM_H
#define CARECAST_CLIBCRYPTO_SHIM_H

/* SHA256() in one step first sets up providers and reads a configuration file, more than a millisecond
   at each start of a program. Its three steps do without; for that OpenSSL 3 calls them deprecated. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

/* Writes the SHA256_DIGEST_LENGTH bytes of the digest; 1, or 0 if it cannot be had. */
static inline int carecast_sha256(const void *bytes, size_t count, unsigned char *digest) {
  SHA256_CTX state;
  return SHA256_Init(&state) && SHA256_Update(&state, bytes, count) && SHA256_Final(digest, &state);
}

/* The three steps one by one, for bytes that come in parts; each 1, or 0 if it failed. */
static inline int carecast_sha256_begin(SHA256_CTX *state) { return SHA256_Init(state); }

static inline int carecast_sha256_add(SHA256_CTX *state, const void *bytes, size_t count) {
  return SHA256_Update(state, bytes, count);
}

static inline int carecast_sha256_end(SHA256_CTX *state, unsigned char *digest) {
  return SHA256_Final(digest, state);
}

#endif
