package io.tradinggym.options.pricing;

import java.util.Arrays;

/**
 * Many contracts, one array per quantity, for the batched forms: index i is one contract in every column. The arrays
 * are public and belong to the caller; nothing here checks or copies.
 */
public final class OptionColumns {
  /** How many contracts fit. */
  public final int capacity;

  /** In: +1 call, -1 put. */
  public final double[] sign;

  /** In: spot, &gt; 0. */
  public final double[] spot;

  /** In: strike, &gt; 0. */
  public final double[] strike;

  /** In: time to expiry in years, &gt;= 0. */
  public final double[] years;

  /** In: interest rate, continuously compounded. */
  public final double[] rate;

  /** In: dividend yield, continuously compounded. */
  public final double[] dividendYield;

  /** In for prices, out for implied volatility: per square root of a year, &gt;= 0. */
  public final double[] volatility;

  /** Out for prices, in for implied volatility: premium in the unit of spot and strike. */
  public final double[] price;

  /** Out: dV/dS. */
  public final double[] delta;

  /** Out: d2V/dS2. */
  public final double[] gamma;

  /** Out: dV/ds per 1.00 of volatility. */
  public final double[] vega;

  /** Out: dV/dt per year. */
  public final double[] theta;

  /**
   * Columns of zeros, calls throughout.
   *
   * @param capacity contracts, >= 0
   */
  public OptionColumns(int capacity) {
    this.capacity = capacity;
    sign = new double[capacity];
    Arrays.fill(sign, 1);
    spot = new double[capacity];
    strike = new double[capacity];
    years = new double[capacity];
    rate = new double[capacity];
    dividendYield = new double[capacity];
    volatility = new double[capacity];
    price = new double[capacity];
    delta = new double[capacity];
    gamma = new double[capacity];
    vega = new double[capacity];
    theta = new double[capacity];
  }

  /**
   * Sets the inputs of one contract.
   *
   * @param index of the contract, from 0
   * @param type call or put
   * @param spot price of the underlying, &gt; 0
   * @param strike in the unit of the spot, &gt; 0
   * @param years to expiry, &gt;= 0
   * @param rate interest a year, continuously compounded
   * @param dividendYield dividends a year, continuously compounded
   * @param volatility a year, as a fraction, &gt; 0
   */
  public void set(
      int index,
      OptionType type,
      double spot,
      double strike,
      double years,
      double rate,
      double dividendYield,
      double volatility) {
    this.sign[index] = type.sign();
    this.spot[index] = spot;
    this.strike[index] = strike;
    this.years[index] = years;
    this.rate[index] = rate;
    this.dividendYield[index] = dividendYield;
    this.volatility[index] = volatility;
  }
}
