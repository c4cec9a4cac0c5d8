package io.tradinggym.agents.train;

import java.util.List;

/** A JAR's algorithms, found through {@link java.util.ServiceLoader}. */
public interface AlgorithmProvider {
  /** {@return the algorithms that this JAR brings} */
  List<AlgorithmRegistration> algorithms();
}
