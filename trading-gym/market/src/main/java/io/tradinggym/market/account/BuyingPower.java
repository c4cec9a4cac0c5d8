package io.tradinggym.market.account;

/** What an account's positions need, by its {@link MarginModel}, and what it could hold instead of them. */
public final class BuyingPower {
  private final Account account;
  private final MarginModel margin;
  private final Requirement initial;
  private final Requirement maintenance;
  private final WhatIf then;

  /** Whether a smaller position can never need more. */
  private final boolean addsUp;

  BuyingPower(Account account, MarginModel margin) {
    this.account = account;
    this.margin = margin;
    addsUp = margin instanceof PositionMargin;
    initial = Requirement.of(account, margin, true);
    maintenance = Requirement.of(account, margin, false);
    then = new WhatIf(account.positions());
  }

  void clear() {
    initial.clear();
    maintenance.clear();
  }

  /** The position, its mark or its currency's rate has changed. */
  void note(int asset) {
    initial.note(asset);
    maintenance.note(asset);
  }

  /** A mark or a rate has changed: what was tried before it says nothing now. */
  void forget() {
    initial.forget();
  }

  /** Time has passed. */
  void expire() {
    initial.age();
    maintenance.age();
  }

  /** {@return the equity that positions need to be opened, base currency; without isolated ones} */
  public long initial() {
    return initial.sum();
  }

  /** {@return the equity below which positions are liquidated, base currency; without isolated ones} */
  public long maintenance() {
    return maintenance.sum();
  }

  /**
   * {@return the equity that what is asked about needs to be opened, base currency}
   *
   * @param lots of each asset, as they would be
   */
  public long initial(WhatIf lots) {
    return initial.sumWith(lots);
  }

  /**
   * {@return the equity below which one position alone is liquidated, money units of its currency}
   *
   * @param asset index of the asset, from 0
   */
  public long maintenance(int asset) {
    long lots = account.lots(asset);
    return lots == 0 ? 0 : margin.maintenance(account, asset, lots);
  }

  /**
   * {@return whether equity has fallen below the maintenance margin, or to 0 or below} Isolated positions are asked for
   * one by one.
   */
  public boolean mustLiquidate() {
    long equity = account.crossEquity();
    // Where all money may be in isolated balances, having none is no default.
    return equity < maintenance.sum() || equity < (account.isolating ? 0 : 1);
  }

  /**
   * {@return whether an isolated position's worth has fallen below its maintenance margin}
   *
   * @param asset index of the asset, from 0
   */
  public boolean mustLiquidate(int asset) {
    return account.lots(asset) != 0
        && account.isolation().on(asset)
        && account.isolation().equity(asset) < maintenance(asset);
  }

  /**
   * {@return the share of gross exposure that may be lost before liquidation, at most 1; 1 without positions, negative
   * beyond the limit}
   */
  public double liquidationDistance() {
    long gross = account.gross();
    return gross == 0
        ? 1
        : Math.min(1, (account.crossEquity() - maintenance.sum()) / (double) gross);
  }

  /**
   * {@return the largest part of a position's absolute value that keeping it may need; infinite if that has no bound}
   */
  public double mostMaintenance() {
    return margin.mostMaintenance();
  }

  /**
   * {@return whether the asset may be sold short}
   *
   * @param asset index of the asset, from 0
   */
  public boolean mayShort(int asset) {
    return margin.mayShort(account, asset);
  }

  /** {@return what would be held after an order: scratch, back to what is held now} */
  public WhatIf whatIf() {
    return then.clear();
  }

  /**
   * {@return whether the account could hold so many lots of an asset instead of those it holds, after paying so much,
   * money units of the asset's currency} A position that shrinks without changing sides is always allowed, unless more
   * is needed without it.
   *
   * @param asset index of the asset, from 0
   * @param newLots lots that it would hold; below 0 = short
   * @param costs money units of the asset's currency that the change costs, negative for a gain
   */
  public boolean affords(int asset, long newLots, long costs) {
    Positions positions = account.positions();
    if (newLots < 0 && !margin.mayShort(account, asset)) {
      return positions.shrinks(asset, newLots);
    }
    long left =
        Math.addExact(account.crossEquity(), account.toBase(account.currency(asset), -costs));
    boolean isolated = account.isolating;
    if (positions.oneCurrency
        && !isolated
        && margin.opensAny(account, positions.grossWith(asset, newLots), left)) {
      return true;
    }
    if (addsUp && positions.shrinks(asset, newLots)) {
      return true;
    }
    if (isolated && account.isolation().on(asset)) {
      return positions.shrinks(asset, newLots) || isolates(asset, newLots, left);
    }
    long needed = initial.sumWith(asset, newLots);
    return needed <= left || (positions.shrinks(asset, newLots) && needed <= initial.sum());
  }

  /**
   * {@return the equity that would be left beyond what opening needs, if the account held so many lots of an asset
   * instead of those it holds, after paying so much, money units of the asset's currency; base currency, negative where
   * it is too little} Isolated positions are left out.
   *
   * @param asset index of the asset, from 0
   * @param newLots lots that it would hold; below 0 = short
   * @param costs money units of the asset's currency that the change costs, negative for a gain
   */
  public long left(int asset, long newLots, long costs) {
    long equity =
        Math.addExact(account.crossEquity(), account.toBase(account.currency(asset), -costs));
    return Math.subtractExact(equity, initial.sumWith(asset, newLots));
  }

  private boolean isolates(int asset, long newLots, long left) {
    long needed = margin.initial(account, asset, newLots);
    long taken = account.isolation().taken(asset, newLots, needed);
    return initial.sum() <= Math.subtractExact(left, taken);
  }

  /**
   * {@return whether the account could hold what is asked about instead of what it holds, after paying so much: for
   * orders of several legs, which are taken together or not at all} Allowed is also what makes all positions smaller
   * and needs no more than before, and what neither creates nor increases a deficiency (Regulation T, 12 CFR 220.3(e)).
   *
   * @param lots of this account's {@link #whatIf}
   * @param costs money units of the base currency, negative for a gain
   * @throws IllegalStateException if a position of its own margin changes: those are opened one by one
   */
  public boolean affords(WhatIf lots, long costs) {
    boolean isolated = account.isolating;
    for (int i = 0; i < lots.changes(); i++) {
      int asset = lots.changed(i);
      long newLots = lots.lots(asset);
      if (isolated && account.isolation().on(asset)) {
        throw new IllegalStateException("isolated positions are opened one by one");
      }
      if (newLots < 0
          && !margin.mayShort(account, asset)
          && !account.positions().shrinks(asset, newLots)) {
        return false;
      }
    }
    long equity = account.crossEquity();
    long needed = initial.sumWith(lots);
    long left = Math.subtractExact(equity, costs);
    if (needed <= left) {
      return true;
    }
    long before = initial.sum();
    return (lots.shrinks() && needed <= before)
        || Math.subtractExact(needed, left) <= Math.subtractExact(before, equity);
  }

  /**
   * {@return whether the account could hold so many lots of several assets instead of those it holds, all at once,
   * after paying so much: {@link #affords(WhatIf, long)} of them}
   *
   * @param count how many entries of the arrays count, at most {@link WhatIf#MOST}
   * @param changed indices of assets, each once
   * @param newLots lots that it would hold, by place in {@code changed}; below 0 = short
   * @param costs money units of the base currency, negative for a gain
   * @throws IllegalArgumentException for more assets than {@link WhatIf} can change
   * @throws IllegalStateException if a position of its own margin changes
   */
  public boolean affords(int count, int[] changed, long[] newLots, long costs) {
    then.clear();
    for (int i = 0; i < count; i++) {
      then.set(changed[i], newLots[i]);
    }
    return affords(then, costs);
  }
}
