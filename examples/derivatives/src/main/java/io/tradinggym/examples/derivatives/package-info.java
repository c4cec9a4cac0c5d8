/**
 * Options and perpetuals: {@link io.tradinggym.examples.derivatives.DeepHedge} trains a hedger and compares it with
 * what theory says, {@link io.tradinggym.examples.derivatives.FundingCarry} earns funding without any learning.
 */
@NullMarked
package io.tradinggym.examples.derivatives;

import org.jspecify.annotations.NullMarked;
