/** A program that depends on the Gym API and nothing else. */
package com.example.light;
