package io.tradinggym.api;

import org.jspecify.annotations.Nullable;

/** Closes several things, all of them, whatever some of them throw. */
final class Closing {
  private Closing() {}

  /**
   * Closes all, in order; entries that are null were never made.
   *
   * @throws RuntimeException the first failure, with the later ones suppressed in it (an Error likewise)
   */
  static void all(@Nullable AutoCloseable... resources) {
    Throwable failure = failure(null, resources);
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure != null) {
      throw new IllegalStateException("closing failed: " + failure.getMessage(), failure);
    }
  }

  /** Closes all because of a failure; what they throw is suppressed in it. */
  static void after(Throwable failure, @Nullable AutoCloseable... resources) {
    failure(failure, resources);
  }

  private static @Nullable Throwable failure(
      @Nullable Throwable first, @Nullable AutoCloseable... resources) {
    Throwable failure = first;
    for (AutoCloseable resource : resources) {
      if (resource != null) {
        try {
          resource.close();
        } catch (Exception | Error e) {
          if (failure == null) {
            failure = e;
          } else if (failure != e) {
            failure.addSuppressed(e);
          }
        }
      }
    }
    return failure;
  }
}
