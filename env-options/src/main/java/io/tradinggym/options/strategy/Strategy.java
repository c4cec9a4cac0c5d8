package io.tradinggym.options.strategy;

import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.List;

/**
 * Legs that are traded as one, with shares of the underlying or without.
 *
 * @param name what traders call it
 * @param legs options, may be empty if there are shares
 * @param shares of the underlying, negative if sold short
 * @param sharePrice at which the shares were traded
 * @param multiplier shares per contract, &gt; 0
 */
public record Strategy(
    String name, List<OptionLeg> legs, double shares, double sharePrice, double multiplier) {
  /** Shares per contract of standard US equity options. */
  public static final double STANDARD_MULTIPLIER = 100;

  /** Checks the values. */
  public Strategy {
    legs = List.copyOf(legs);
    if (legs.isEmpty() && shares == 0) {
      throw new IllegalArgumentException("a strategy needs a leg or shares: " + name);
    }
    if (!(multiplier > 0)) {
      throw new IllegalArgumentException("multiplier must be > 0, was " + multiplier);
    }
  }

  /**
   * Starts a combination without shares and with the standard multiplier.
   *
   * @param name its name
   * @return this builder
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** {@return the cash paid for the options at entry, negative if received} */
  public double optionCost() {
    double cost = 0;
    for (OptionLeg leg : legs) {
      cost += leg.contracts() * leg.premium();
    }
    return cost * multiplier;
  }

  /** {@return the cash paid for everything at entry, negative if received} */
  public double cost() {
    return optionCost() + shares * sharePrice;
  }

  /** {@return the time to the first expiry; infinite without options} */
  public double nearExpiry() {
    return legs.stream().mapToDouble(OptionLeg::years).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** {@return whether all legs expire together} */
  public boolean isSingleExpiry() {
    double near = nearExpiry();
    return legs.stream().allMatch(leg -> leg.years() == near);
  }

  /** Collects legs. */
  public static final class Builder {
    private final String name;
    private final List<OptionLeg> legs = new ArrayList<>();
    private double shares;
    private double sharePrice;
    private double multiplier = STANDARD_MULTIPLIER;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Adds a leg.
     *
     * @param type call or put
     * @param strike strike, &gt; 0
     * @param years time in years, &gt;= 0
     * @param contracts the option contracts
     * @param premium price of the contract a share
     * @return this builder
     */
    public Builder leg(
        OptionType type, double strike, double years, int contracts, double premium) {
      legs.add(new OptionLeg(type, strike, years, contracts, premium));
      return this;
    }

    /**
     * Adds shares.
     *
     * @param count below 0 = short
     * @param price price, in its currency
     * @return this builder
     */
    public Builder shares(double count, double price) {
      shares = count;
      sharePrice = price;
      return this;
    }

    /**
     * Shares per contract.
     *
     * @param sharesPerContract &gt; 0
     * @return this builder
     */
    public Builder multiplier(double sharesPerContract) {
      multiplier = sharesPerContract;
      return this;
    }

    /** {@return the strategy} */
    public Strategy build() {
      return new Strategy(name, legs, shares, sharePrice, multiplier);
    }
  }
}
