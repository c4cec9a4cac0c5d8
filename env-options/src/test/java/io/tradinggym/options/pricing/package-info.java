/** Tests of option pricing against closed forms, published tables and two independent libraries. */
@NullMarked
package io.tradinggym.options.pricing;

import org.jspecify.annotations.NullMarked;
