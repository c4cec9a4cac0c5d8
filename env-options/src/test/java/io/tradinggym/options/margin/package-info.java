/** Tests of option margin. */
@NullMarked
package io.tradinggym.options.margin;

import org.jspecify.annotations.NullMarked;
