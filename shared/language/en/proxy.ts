export const proxy = {
  hasLogin: 'The proxy has its login now',
  tryAgain: 'Please try again.',
  logInMore: 'Log in to the proxy…',
  title: 'Log in to the proxy',
  lead: 'Your network’s proxy asks for it. It is sent to the proxy alone and held in memory until Keydesk closes.',
  userName: 'User name',
  enterUserName: 'Enter the user name',
  password: 'Proxy password',
  logIn: 'Log in',
  showPassword: 'Show proxy password',
  hidePassword: 'Hide proxy password',
} as const;
