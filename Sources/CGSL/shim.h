#pragma once
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_interp.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_statistics_double.h>

// GSL exposes its method types as mutable globals, which Swift 6 will not read from concurrent
// code. Each function below hands out the same constant as a value.

static inline const gsl_root_fsolver_type *cgsl_root_brent(void) {
  return gsl_root_fsolver_brent;
}

static inline const gsl_min_fminimizer_type *cgsl_min_brent(void) {
  return gsl_min_fminimizer_brent;
}

static inline const gsl_interp_type *cgsl_interp_steffen(void) {
  return gsl_interp_steffen;
}

static inline const gsl_interp_type *cgsl_interp_linear(void) {
  return gsl_interp_linear;
}

static inline const gsl_multifit_nlinear_type *cgsl_multifit_trust(void) {
  return gsl_multifit_nlinear_trust;
}

static inline const gsl_qrng_type *cgsl_qrng_sobol(void) {
  return gsl_qrng_sobol;
}
