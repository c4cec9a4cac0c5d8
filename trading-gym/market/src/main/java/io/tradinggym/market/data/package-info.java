/**
 * Market data in columns, and who may see how much of it: {@link io.tradinggym.market.data.Bars} is the simulator's
 * side, with past and future; environments, features and signals are given an as-of view that cannot reach beyond now.
 */
@NullMarked
package io.tradinggym.market.data;

import org.jspecify.annotations.NullMarked;
