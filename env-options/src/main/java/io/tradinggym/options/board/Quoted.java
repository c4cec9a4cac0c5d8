package io.tradinggym.options.board;

import io.tradinggym.options.pricing.OptionType;

/**
 * One option and what an {@link OptionBoard} says of it today. Reused scratch of one lane; prices per share in cents.
 */
public class Quoted {
  /** Nobody bids, or nobody offers. */
  public static final int NONE = -1;

  /** Call or put. */
  public OptionType type = OptionType.CALL;

  /** Its strike. */
  public int strikeCents;

  /** Epoch day at whose close it expires. */
  public int expiryDay;

  /** What is bid, or {@link #NONE}. */
  public int bid = NONE;

  /** What is asked, or {@link #NONE}. */
  public int ask = NONE;

  /** The mark in half cents, so that the mean of bid and ask is one. */
  public long markHalfCents;

  /** Of one share's worth, dV/dS. */
  public double delta;

  /** d2V/dS2. */
  public double gamma;

  /** dV/dsigma per 1.00 of volatility. */
  public double vega;

  /** dV/dt per year. */
  public double theta;

  /** Implied volatility. */
  public double volatility;

  /** An option without a name. */
  public Quoted() {}

  /**
   * Names the option; what the board says of it is due.
   *
   * @param right call or put
   * @param strike in cents, > 0
   * @param expiry its last day, epoch day
   */
  public final void name(OptionType right, int strike, int expiry) {
    type = right;
    strikeCents = strike;
    expiryDay = expiry;
    bid = NONE;
    ask = NONE;
    markHalfCents = 0;
  }

  /**
   * Becomes another one, with all that was said of it.
   *
   * @param other what is copied
   */
  public final void copy(Quoted other) {
    type = other.type;
    strikeCents = other.strikeCents;
    expiryDay = other.expiryDay;
    bid = other.bid;
    ask = other.ask;
    markHalfCents = other.markHalfCents;
    delta = other.delta;
    gamma = other.gamma;
    vega = other.vega;
    theta = other.theta;
    volatility = other.volatility;
  }

  /**
   * {@return whether both are the same contract}
   *
   * @param other what is compared, by type, strike and expiry
   */
  public final boolean is(Quoted other) {
    return strikeCents == other.strikeCents && expiryDay == other.expiryDay && type == other.type;
  }

  /**
   * {@return what exercise pays a share at a spot, cents, >= 0}
   *
   * @param spotCents price of the underlying, cents
   */
  public final long worth(long spotCents) {
    return Math.max(0, type.sign() * (spotCents - strikeCents));
  }
}
