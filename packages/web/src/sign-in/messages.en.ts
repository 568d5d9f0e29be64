export const messages = {
  "signIn.title": "Sign in",
  "signIn.lead": "To the dashboard of your shop.",
  "signIn.email": "E-mail address",
  "signIn.password": "Password",
  "signIn.action": "Sign in",
  "signIn.wait":
    "Too many attempts. The next one is looked at in {count} second.|Too many attempts. The next one is looked at in {count} seconds.",
  "signIn.expired": "You were signed out. Sign in again to go on where you were.",
  "signIn.help": "Forgotten? An owner can give you a new password.",
  "refusal.INVALID_CREDENTIALS": "The address or the password is not right.",
  "refusal.TOO_MANY_ATTEMPTS": "Too many attempts. Wait a moment, then try again.",
  "refusal.INVALID_STAFF": "Enter an e-mail address or an operator number to sign in with.",
  "refusal.INVALID_LOCATIONS": "Choose the locations, or none for all of them.",
  "refusal.INVALID_PASSWORD": "The password is too short or too long.",
  "refusal.INVALID_OPERATOR_NUMBER": "An operator number has 1 to 10 digits.",
  "refusal.WEAK_PASSWORD": "This password is easy to guess. Use several words that others do not.",
  "refusal.INVALID_PIN":
    "The PIN has too few or too many digits. An owner's or manager's has 6 to 12, a cashier's 4 to 12.",
  "refusal.WEAK_PIN": "This PIN is easy to guess. Avoid runs, repeats, dates and lines of the keypad.",
  "refusal.EMAIL_TAKEN": "Another staff member has this e-mail address.",
  "refusal.EMAIL_NOT_AVAILABLE": "This e-mail address cannot be used here. Enter another one.",
  "refusal.OPERATOR_NUMBER_TAKEN": "Another staff member has this operator number.",
} as const;
