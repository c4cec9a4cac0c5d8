/** Tests of volatility surfaces against published examples and Strata. */
@NullMarked
package io.tradinggym.options.surface;

import org.jspecify.annotations.NullMarked;
