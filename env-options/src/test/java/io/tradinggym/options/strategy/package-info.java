/** Tests of option strategy. */
@NullMarked
package io.tradinggym.options.strategy;

import org.jspecify.annotations.NullMarked;
