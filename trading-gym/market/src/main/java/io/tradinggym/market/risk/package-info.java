/**
 * The last door before the market: a {@link io.tradinggym.market.risk.RiskGate} refuses orders beyond its {@link
 * io.tradinggym.market.risk.RiskLimit}s, and says which. It never refuses to reduce a position, other than at an
 * implausible price.
 */
@NullMarked
package io.tradinggym.market.risk;

import org.jspecify.annotations.NullMarked;
