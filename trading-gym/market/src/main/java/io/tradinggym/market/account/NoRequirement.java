package io.tradinggym.market.account;

/** Nothing is asked, whatever is held: of what is fully paid. */
final class NoRequirement extends Requirement {
  static final NoRequirement INSTANCE = new NoRequirement();

  private NoRequirement() {}

  @Override
  void clear() {}

  @Override
  void note(int asset) {}

  @Override
  void forget() {}

  @Override
  void age() {}

  @Override
  long sum() {
    return 0;
  }

  @Override
  long sumWith(int asset, long lots) {
    return 0;
  }

  @Override
  long sumWith(WhatIf lots) {
    return 0;
  }
}
