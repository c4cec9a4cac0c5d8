package io.tradinggym.trading.rule;

import java.util.List;

/** Brings rules by name; found through {@link java.util.ServiceLoader}. */
public interface RuleProvider {
  /** {@return the rules it brings, each of a name that no other has} */
  List<RuleRegistration> rules();
}
