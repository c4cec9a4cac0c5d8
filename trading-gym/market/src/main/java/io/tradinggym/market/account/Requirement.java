package io.tradinggym.market.account;

/** What a margin model asks of an account, base currency; worked out when asked for, if anything has changed. */
abstract sealed class Requirement
    permits NoRequirement, SumOfPositions, SumOfUnderlyings, WholeAccount {
  /** @param initial whether to ask for what opening needs, or for what keeping needs */
  static Requirement of(Account account, MarginModel model, boolean initial) {
    if (!initial && model.mostMaintenance() == 0) {
      return NoRequirement.INSTANCE;
    }
    return switch (model) {
      case PositionMargin each -> new SumOfPositions(account, each, initial);
      case UnderlyingMargin each -> new SumOfUnderlyings(account, each, initial);
      default -> new WholeAccount(account, model, initial);
    };
  }

  abstract void clear();

  /** The position, its mark or its currency's rate has changed. */
  abstract void note(int asset);

  /** A mark or a rate has changed: what was tried before it says nothing now. */
  abstract void forget();

  /** Time has passed. */
  abstract void age();

  /** What is asked of the positions held. */
  abstract long sum();

  /** What would be asked if the asset had so many lots instead. */
  abstract long sumWith(int asset, long lots);

  /** What would be asked of these positions instead. */
  abstract long sumWith(WhatIf lots);
}
