package io.tradinggym.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** States of {@link Resumable}s in memory. */
public final class Snapshots {
  private Snapshots() {}

  /**
   * {@return the state as bytes}
   *
   * @param resumable whose state is written
   */
  public static byte[] take(Resumable resumable) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      resumable.save(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Puts a state back.
   *
   * @param resumable whose state is replaced
   * @param snapshot as {@link #take} gave it
   * @throws IllegalArgumentException if the bytes are not those of such an object: too few or too many
   */
  public static void restore(Resumable resumable, byte[] snapshot) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(snapshot);
    try {
      resumable.restore(new DataInputStream(bytes));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "a snapshot of " + snapshot.length + " bytes is too short here", e);
    }
    if (bytes.available() > 0) {
      throw new IllegalArgumentException(
          "a snapshot has " + bytes.available() + " bytes more than are used here");
    }
  }

  /**
   * Gives one object the state of another of the same make.
   *
   * @param from whose state is copied; it stays as it is
   * @param to whose state is replaced
   */
  public static void copy(Resumable from, Resumable to) {
    restore(to, take(from));
  }
}
