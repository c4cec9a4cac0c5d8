package io.tradinggym.data.provider;

import java.time.Instant;

/**
 * How far a perpetual stands above what it tracks.
 *
 * @param time of the prices
 * @param mark price by which positions are valued
 * @param index price of the asset on spot markets
 * @param lastFunding rate that was paid last, a fraction of the position; longs pay when it is positive
 * @param nextFunding when the next is paid
 */
public record Premium(
    Instant time, double mark, double index, double lastFunding, Instant nextFunding) {
  /** {@return the basis, {@code mark / index - 1}, a fraction} */
  public double basis() {
    return mark / index - 1;
  }
}
