package io.tradinggym.experiments.mlflow;

/** A server was not reached, or did not do what it was asked. */
public final class MlflowException extends Exception {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /** What kind of failure. */
  public enum Kind {
    /** Nobody answers at the address. */
    UNREACHABLE,
    /** The server wants a name and password or a token, or other ones. */
    DENIED,
    /** Who answers does not speak MLflow's REST interface. */
    NO_MLFLOW,
    /** The server refuses what it was sent, and says why. */
    REFUSED,
    /** The server failed; the same again may do. */
    SERVER
  }

  MlflowException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  MlflowException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What kind of failure. */
  public Kind kind() {
    return kind;
  }
}
