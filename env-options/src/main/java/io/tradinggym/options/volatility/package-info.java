/**
 * Trading volatility itself: straddles against their delta.
 *
 * <ul>
 *   <li>{@link io.tradinggym.options.volatility.VolatilityTrading}: the environment {@code VolatilityTrading-v1}; options in
 *       {@link io.tradinggym.options.volatility.VolatilityOptions}.
 *   <li>{@link io.tradinggym.options.volatility.VolatilityTask}: its market and limits; {@link
 *       io.tradinggym.options.volatility.StraddleBook}: what is held, in whole cents, contracts and shares.
 * </ul>
 */
@NullMarked
package io.tradinggym.options.volatility;

import org.jspecify.annotations.NullMarked;
