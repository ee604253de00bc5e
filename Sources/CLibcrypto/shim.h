#ifndef CARECAST_CLIBCRYPTO_SHIM_H
#define CARECAST_CLIBCRYPTO_SHIM_H

#include <openssl/sha.h>

#endif
