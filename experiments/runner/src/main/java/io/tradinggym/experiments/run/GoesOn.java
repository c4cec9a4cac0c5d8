package io.tradinggym.experiments.run;

import java.nio.file.Path;

/** While it is open, Ctrl-C says how to go on with what a command has kept so far. */
public final class GoesOn implements AutoCloseable {
  private final Thread hook;

  /**
   * Listens.
   *
   * @param command that takes {@code --resume}
   * @param folder of what it has begun
   */
  public GoesOn(String command, Path folder) {
    this("Go on with: " + Advice.resume(command, folder));
  }

  private GoesOn(String advice) {
    hook =
        new Thread(
            () -> {
              System.err.println();
              System.err.println("Interrupted. " + advice);
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** For a command that keeps what it has finished, and finds it again. */
  public static GoesOn again(Path kept) {
    return new GoesOn(Advice.again(kept));
  }

  /** For a command that begins anew. */
  public static GoesOn anew(Path folder) {
    return new GoesOn(Advice.anew(folder));
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out already: the hook runs.
      return;
    }
  }
}
