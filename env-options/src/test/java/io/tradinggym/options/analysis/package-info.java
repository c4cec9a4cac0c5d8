/** Tests of option analysis. */
@NullMarked
package io.tradinggym.options.analysis;

import org.jspecify.annotations.NullMarked;
