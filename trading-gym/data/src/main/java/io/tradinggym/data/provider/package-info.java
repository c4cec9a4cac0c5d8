/**
 * Providers of market data, one client each, over a {@link io.tradinggym.data.collect.Fetcher}. Their base addresses
 * can be replaced. What they give says who gave it and when; bars of a session that has not ended are left out.
 * {@link io.tradinggym.data.provider.DailyBars} asks one provider after the other.
 */
@NullMarked
package io.tradinggym.data.provider;

import org.jspecify.annotations.NullMarked;
