package io.tradinggym.options.strategy;

import io.tradinggym.options.pricing.OptionType;
import java.util.ArrayList;
import java.util.List;

/**
 * Legs that are traded as one, with shares of the underlying or without.
 *
 * @param name what traders call it
 * @param legs options, may be empty if there are shares
 * @param shares of the underlying held, negative if sold short
 * @param sharePrice at which the shares were traded, in the currency of the premiums
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
   * @param name what traders call it
   * @return a builder without legs
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** {@return the cash paid for the options at entry, currency; negative if received} */
  public double optionCost() {
    double cost = 0;
    for (OptionLeg leg : legs) {
      cost += leg.contracts() * leg.premium();
    }
    return cost * multiplier;
  }

  /** {@return the cash paid for options and shares at entry, currency; negative if received} */
  public double cost() {
    return optionCost() + shares * sharePrice;
  }

  /** {@return the years to the first expiry; infinite without options} */
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
     * @param strike per share, &gt; 0
     * @param years to expiry, >= 0
     * @param contracts positive bought, negative sold, not 0
     * @param premium per share at which they were traded, >= 0
     * @return this builder
     */
    public Builder leg(
        OptionType type, double strike, double years, int contracts, double premium) {
      legs.add(new OptionLeg(type, strike, years, contracts, premium));
      return this;
    }

    /**
     * Sets the shares.
     *
     * @param count of shares, negative if sold short
     * @param price of each, in the currency of the premiums
     * @return this builder
     */
    public Builder shares(double count, double price) {
      shares = count;
      sharePrice = price;
      return this;
    }

    /**
     * Sets the shares that a contract stands for; {@value Strategy#STANDARD_MULTIPLIER} unless set.
     *
     * @param sharesPerContract multiplier of all legs, > 0
     * @return this builder
     */
    public Builder multiplier(double sharesPerContract) {
      multiplier = sharesPerContract;
      return this;
    }

    /** {@return the strategy; an IllegalArgumentException says what is missing} */
    public Strategy build() {
      return new Strategy(name, legs, shares, sharePrice, multiplier);
    }
  }
}
