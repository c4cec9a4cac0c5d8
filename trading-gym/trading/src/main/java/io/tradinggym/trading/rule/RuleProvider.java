package io.tradinggym.trading.rule;

import java.util.List;

/** Brings rules by name; found through {@link java.util.ServiceLoader}. */
public interface RuleProvider {
  /** What it brings. */
  List<RuleRegistration> rules();
}
