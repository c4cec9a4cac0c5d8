package io.tradinggym.signals.model;

import java.util.List;
import java.util.ServiceLoader;

/** A kind of signal model by name, found through {@link ServiceLoader}. */
public interface LearnerProvider {
  /** {@return as it is written in {@code signal(xgb)}} */
  String name();

  /** {@return what it is, in one line} */
  String description();

  /** {@return the features that it is given unless others are chosen, as text} */
  String inputs();

  /**
   * {@return a learner of probabilities with careful settings}
   *
   * @param horizon rows that a target looks ahead, >= 1
   */
  Learner learner(int horizon);

  /** {@return all kinds on the class path} */
  static List<LearnerProvider> all() {
    return ServiceLoader.load(LearnerProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * {@return the kind of a name}
   *
   * @param name as it is written in {@code signal(xgb)}
   * @throws IllegalArgumentException naming those that there are
   */
  static LearnerProvider named(String name) {
    List<LearnerProvider> all = all();
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no signal model \""
                        + name
                        + "\"; there are "
                        + all.stream().map(LearnerProvider::name).toList()));
  }
}
