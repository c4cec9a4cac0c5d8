/**
 * An environment of one's own: {@link io.tradinggym.examples.ownenvironment.Thermostat} is the whole of it, {@link
 * io.tradinggym.examples.ownenvironment.WarmRoom} trains on it. Its test is one subclass of the testkit's contract.
 */
@NullMarked
package io.tradinggym.examples.ownenvironment;

import org.jspecify.annotations.NullMarked;
