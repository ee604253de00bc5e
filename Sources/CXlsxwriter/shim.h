#ifndef CARECAST_CXLSXWRITER_SHIM_H
#define CARECAST_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
