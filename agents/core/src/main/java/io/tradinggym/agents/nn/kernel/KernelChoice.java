package io.tradinggym.agents.nn.kernel;

import java.util.Optional;

/** Finds the Vector API once, without a static reference to it: the module may be absent. */
final class KernelChoice {
  static final Optional<Kernels> VECTOR = loadVector();
  static final Kernels FASTEST = VECTOR.orElse(PlainKernels.INSTANCE);

  private KernelChoice() {}

  private static Optional<Kernels> loadVector() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      System.err.println(
          "networks compute in plain Java, about three times slower, with the same results: start"
              + " java with --add-modules jdk.incubator.vector");
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName("io.tradinggym.agents.nn.kernel.VectorKernels");
      return Optional.of((Kernels) type.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the Vector API is present but its kernels could not be loaded", e);
    }
  }
}
