package io.tradinggym.api.util;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every JDK has; in hexadecimal, 64 digits. */
public final class Sha256 {
  private Sha256() {}

  /**
   * {@return the hash of a text's UTF-8 bytes}
   *
   * @param text as it stands in a file
   */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return the hash of bytes}
   *
   * @param bytes what is hashed
   */
  public static String of(byte[] bytes) {
    return hex(digest().digest(bytes));
  }

  /** {@return a new digest, for what comes in parts; {@link #hex} shows it} */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * {@return the bytes as hexadecimal digits}
   *
   * @param hash the bytes
   */
  public static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
