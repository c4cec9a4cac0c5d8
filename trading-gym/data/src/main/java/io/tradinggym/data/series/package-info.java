/**
 * Bars of one asset as plain numbers, and values that carry when they became known. {@link
 * io.tradinggym.data.series.PriceBars} are what features are computed from; a {@link
 * io.tradinggym.data.series.KnownSeries} is anything from elsewhere, joined by known-at time and in no other way.
 */
@NullMarked
package io.tradinggym.data.series;

import org.jspecify.annotations.NullMarked;
